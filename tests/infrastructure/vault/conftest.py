"""Both vaults, and a way to see the bytes each has written."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import psycopg2
import pytest

from shared.vault import postgres, sqlite
from shared.vault.keyring import FileKeyring
from shared.vault.relational import RelationalVault

NOW = datetime(2026, 3, 15, 9, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backend:
    """One place where vaults may be opened again and again, what is stored there, and a statement past the vault."""

    name: str
    open: Callable[[], RelationalVault]
    raw: Callable[[], bytes]
    run: Callable[[str], None]
    keys: Path


@pytest.fixture(params=["sqlite", "postgres"])
def backend(request: pytest.FixtureRequest, tmp_path: Path) -> Backend:
    keys = tmp_path / "keys.json"
    FileKeyring(keys, create=True)
    if request.param == "sqlite":
        return _sqlite(tmp_path / "vault.db", keys)
    make: Callable[[], str] = request.getfixturevalue("fresh_database")
    return _postgres(make(), keys)


@pytest.fixture
def vault(backend: Backend) -> Iterator[RelationalVault]:
    opened = backend.open()
    yield opened
    opened.close()


def _sqlite(path: Path, keys: Path) -> Backend:
    def raw() -> bytes:
        return b"".join(file.read_bytes() for file in sorted(path.parent.glob("vault.db*")))

    def run(sql: str) -> None:
        with closing(sqlite3.connect(path)) as link, link:
            link.execute(sql)

    return Backend(
        name="sqlite", keys=keys, raw=raw, run=run, open=lambda: sqlite.open_vault(path, FileKeyring(keys), lambda: NOW)
    )


def _postgres(url: str, keys: Path) -> Backend:
    def raw() -> bytes:
        """A dump with bytea as escaped text, so that plain text in it stays readable."""
        options = {"PGOPTIONS": "-c bytea_output=escape", "PATH": "/usr/bin:/bin:/usr/lib/postgresql/15/bin"}
        return subprocess.run(["pg_dump", url], check=True, capture_output=True, env=options).stdout

    def run(sql: str) -> None:
        with closing(psycopg2.connect(url)) as link, link, link.cursor() as cursor:
            cursor.execute(sql)

    return Backend(
        name="postgres",
        keys=keys,
        raw=raw,
        run=run,
        open=lambda: postgres.open_vault(url, FileKeyring(keys), lambda: NOW),
    )
