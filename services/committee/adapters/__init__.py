"""Empty: this service talks to nothing outside the platform."""
