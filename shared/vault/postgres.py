"""The vault in a PostgreSQL database of its own, for the distributed mode; threads and eventlet (psycogreen) alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import BoundedSemaphore
from time import monotonic
from typing import Any

import psycopg2
from psycopg2.extensions import connection, cursor, new_type, register_type

from shared.vault.database import Row, Run
from shared.vault.keyring import Keyring
from shared.vault.relational import RelationalVault
from shared.vault.schema import guards_on_postgres, statements

IDLE = 5.0
"""Seconds after which an idle connection is tried before it is used again."""
SCHEMA_LOCK = 0x5A6E6164


def _as_bytes(value: Any, cursor: Any) -> bytes | None:
    return None if value is None else bytes(psycopg2.BINARY(value, cursor))


BYTES = new_type((17,), "BYTES", _as_bytes)


class PostgresDatabase:
    """A few connections, each used by one thread or greenlet at a time; more callers wait."""

    shared = "FOR SHARE"
    exclusive = "FOR UPDATE"
    unlocked = "FOR UPDATE SKIP LOCKED"

    def __init__(self, dsn: str, *, connections: int = 8) -> None:
        self._dsn = dsn
        self._free = BoundedSemaphore(connections)
        self._idle: list[tuple[float, connection]] = []

    def prepare(self) -> None:
        """Create the tables that are missing; needs the owner's role."""
        with self.transaction() as run:
            run("SELECT pg_advisory_xact_lock(%s)", SCHEMA_LOCK)
            for statement in (*statements("BYTEA"), *guards_on_postgres()):
                run(statement)

    def read(self, sql: str, *parameters: Any) -> list[Row]:
        with self._lent() as link:
            return _Session(link)(sql, *parameters)

    @contextmanager
    def transaction(self) -> Iterator[Run]:
        with self._lent() as link:
            session = _Session(link)
            session.later("BEGIN")
            yield session
            session("COMMIT")

    @contextmanager
    def _lent(self) -> Iterator[connection]:
        with self._free:
            link = self._connected()
            try:
                yield link
            except Exception:
                _roll_back(link)
                raise
            except BaseException:
                # A greenlet may have been killed in the middle of an answer, so this connection is not used again.
                link.close()
                raise
            finally:
                self._give_back(link)

    def overwrite(self) -> bool:
        return False

    def close(self) -> None:
        while self._idle:
            self._idle.pop()[1].close()

    def _give_back(self, link: connection) -> None:
        if not link.closed:
            self._idle.append((monotonic(), link))

    def _connected(self) -> connection:
        while self._idle:
            since, link = self._idle.pop()
            if monotonic() - since < IDLE or _answers(link):
                return link
        link = psycopg2.connect(self._dsn)
        link.autocommit = True  # transactions are begun in so many words, on the way of their first statement
        register_type(BYTES, link)
        return link


class _Session:
    """Statements on one connection; those whose answer nobody waits for travel with the next."""

    def __init__(self, link: connection) -> None:
        self._link = link
        self._waiting: list[bytes] = []

    def __call__(self, sql: str, *parameters: Any) -> list[Row]:
        with self._link.cursor() as asking:
            text = b";".join([*self._waiting, _bound(asking, sql, parameters)])
            self._waiting.clear()
            asking.execute(text)
            return asking.fetchall() if asking.description else []

    def later(self, sql: str, *parameters: Any) -> None:
        with self._link.cursor() as asking:
            self._waiting.append(_bound(asking, sql, parameters))


def _bound(asking: cursor, sql: str, parameters: tuple[Any, ...]) -> bytes:
    return asking.mogrify(sql, parameters) if parameters else sql.encode()


def _answers(link: connection) -> bool:
    try:
        _Session(link)("SELECT 1")
    except psycopg2.Error:
        link.close()
        return False
    return True


def _roll_back(link: connection) -> None:
    try:
        _Session(link)("ROLLBACK")
    except psycopg2.Error:
        link.close()


def open_vault(dsn: str, keyring: Keyring, now: Callable[[], datetime], *, prepare: bool = True) -> RelationalVault:
    """The vault in this database; `prepare` creates its tables if missing."""
    database = PostgresDatabase(dsn)
    if prepare:
        database.prepare()
    return RelationalVault(database, keyring, now)
