"""The ways in: a web and JSON gateway, the auditors' gateway, and the command line. They hold no business rules."""
