"""The persistence module for SQLite: PERSISTENCE_MODULE=shared.store.sqlite, SQLITE_DBNAME=<file>."""

from __future__ import annotations

from shared.store import factory
from shared.store.sqlite_log import SqliteLog

__all__ = ["Factory", "SqliteLog"]


class Factory(factory.LogFactory):
    """Recorders over a SqliteLog."""

    def log(self) -> SqliteLog:
        """The file that SQLITE_DBNAME names."""
        path = self.env.get("SQLITE_DBNAME")
        if not path or path == ":memory:":
            raise OSError("SQLITE_DBNAME must name a file")
        return SqliteLog(path)
