"""The surveys service: what it shows, says and hears."""
