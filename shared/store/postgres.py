"""The persistence module for PostgreSQL: PERSISTENCE_MODULE=shared.store.postgres, POSTGRES_DBNAME, _HOST, _USER, …"""

from __future__ import annotations

from psycopg2.extensions import make_dsn

from shared.store import factory
from shared.store.postgres_log import PostgresLog

__all__ = ["Factory", "PostgresLog"]


class Factory(factory.LogFactory):
    """Recorders over a PostgresLog, named by the variables of the library's own PostgreSQL module."""

    def log(self) -> PostgresLog:
        """The database that POSTGRES_DBNAME, POSTGRES_HOST, _PORT, _USER and _PASSWORD name."""
        if not self.env.get("POSTGRES_DBNAME"):
            raise OSError("POSTGRES_DBNAME must name a database")
        names = ("dbname", "host", "port", "user", "password")
        given = {name: self.env.get(f"POSTGRES_{name.upper()}") for name in names}
        return PostgresLog(make_dsn(**{name: value for name, value in given.items() if value}))
