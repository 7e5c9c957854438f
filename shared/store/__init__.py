"""The append-only event store: one gapless log per tenant, on PostgreSQL and on SQLite."""
