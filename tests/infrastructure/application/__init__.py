"""What the kernel's application promises every service, over real logs and vaults."""
