"""The portal's own small database: who may sign in here, who is signed in and what he chose; nothing of any case."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SCHEMA = """
CREATE TABLE IF NOT EXISTS accounts (
  user TEXT PRIMARY KEY, tenant TEXT NOT NULL, ref TEXT NOT NULL, roles TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS attempts (user_sha256 TEXT NOT NULL, place TEXT NOT NULL, at REAL NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS attempts_of_user ON attempts (user_sha256, place, at);
CREATE TABLE IF NOT EXISTS familiar (
  user_sha256 TEXT NOT NULL, place TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (user_sha256, place)
) STRICT;
DROP TABLE IF EXISTS failures;
CREATE TABLE IF NOT EXISTS sessions (
  id_sha256 TEXT PRIMARY KEY, tenant TEXT NOT NULL, ref TEXT NOT NULL, roles TEXT NOT NULL, csrf TEXT NOT NULL,
  ends_at REAL NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS choices (
  owner TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner, name)
) STRICT;
"""


class Database:
    """One SQLite file, made or brought up to date when first needed, and readable by its owner only."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._created = False

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """A connection for one transaction."""
        if not (self._created and self._path.exists()):
            self._create()
        connection = sqlite3.connect(self._path, timeout=30)
        try:
            with connection:
                yield connection
        finally:
            connection.close()

    def _create(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._path.touch(mode=0o600)
        connection = sqlite3.connect(self._path, timeout=30)
        connection.executescript(f"PRAGMA journal_mode=WAL;{SCHEMA}")
        connection.close()
        self._created = True
