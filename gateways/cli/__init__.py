"""The `sanad` command: runs the platform, and talks to a running one."""
