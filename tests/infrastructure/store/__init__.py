"""The event store on both databases: one contract, the library's own tests, faults."""
