"""The doors: commands and queries over gRPC and JSON, described once, by the dataclasses themselves."""
