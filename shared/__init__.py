"""The kernel: what every service is built from, and the language the services speak in public."""
