"""The web gateway: the JSON door, the platform's status, and a case's history for people. It decides nothing."""
