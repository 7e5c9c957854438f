"""Where notifications touches the world outside: its template files, and those who carry messages."""
