"""The vault in one SQLite file, for the embedded mode."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from shared.vault.database import Row, Run
from shared.vault.keyring import Keyring
from shared.vault.relational import RelationalVault
from shared.vault.schema import guards_on_sqlite, statements

# Deleted bytes are overwritten in the file by secure_delete, and in the write-ahead log by truncating it.
PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "busy_timeout = 10000",
    "temp_store = MEMORY",
)


class SQLiteDatabase:
    """One connection, used by one thread at a time; other processes wait for the write lock."""

    shared = ""
    exclusive = ""
    unlocked = ""

    def __init__(self, path: Path) -> None:
        self._lock = Lock()
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        path.chmod(0o600)
        for pragma in PRAGMAS:
            self._connection.execute(f"PRAGMA {pragma}")
        for statement in (*statements("BLOB"), *guards_on_sqlite()):
            self._connection.execute(statement)

    @contextmanager
    def transaction(self) -> Iterator[Run]:
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield _Session(self._connection)
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def read(self, sql: str, *parameters: Any) -> list[Row]:
        with self._lock:
            return _Session(self._connection)(sql, *parameters)

    def overwrite(self) -> bool:
        with self._lock:
            ((busy, _, _),) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return bool(busy == 0)

    def close(self) -> None:
        with self._lock:
            self._connection.close()


class _Session:
    """The statements of a transaction, each carried out at once: there is no journey to save."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __call__(self, sql: str, *parameters: Any) -> list[Row]:
        return self._connection.execute(sql.replace("%s", "?"), parameters).fetchall()

    def later(self, sql: str, *parameters: Any) -> None:
        self(sql, *parameters)


def open_vault(path: Path, keyring: Keyring, now: Callable[[], datetime]) -> RelationalVault:
    """The vault in this file, created if missing."""
    return RelationalVault(SQLiteDatabase(path), keyring, now)
