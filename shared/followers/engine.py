"""Database engines for what is derived from events: PostgreSQL through psycopg2, or a SQLite file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import partial
from math import inf
from time import monotonic
from typing import Any

from sqlalchemy import Connection, Engine, TextClause, create_engine, event, text
from sqlalchemy.exc import DisconnectionError

RESTED = 1.0


def engine_for(url: str, *, pool_size: int = 10) -> Engine:
    """An engine for `sqlite:///file`, or `postgresql://…` (the driver is always psycopg2)."""
    if url.startswith("sqlite"):
        return _sqlite(url)
    plain = url.replace("postgres://", "postgresql://", 1).replace("postgresql://", "postgresql+psycopg2://", 1)
    engine = create_engine(
        plain,
        hide_parameters=True,
        pool_size=pool_size,
        max_overflow=10,
        executemany_mode="values_plus_batch",  # the rows of one statement go out together, also those of an UPDATE
    )
    _wait_for_no_disk(engine)
    _ask_the_rested(engine)
    return engine


def looking_up(engine: Engine, statement: str) -> Callable[[Mapping[str, Any]], Any]:
    """Something that asks this with parameters (`:name`) and gives the first row or None.

    On PostgreSQL it has connections of its own with no transaction around the question, straight to the driver: all
    that is otherwise around a short question is six times the work of asking it.
    """
    if engine.dialect.name != "postgresql":
        return partial(_look_up, engine, text(statement))
    alone = create_engine(engine.url, isolation_level="AUTOCOMMIT", pool_reset_on_return=None, hide_parameters=True)
    _ask_the_rested(alone)
    return partial(_look_up_alone, alone, str(text(statement).compile(alone)))


def _look_up(engine: Engine, statement: TextClause, parameters: Mapping[str, Any]) -> Any:
    with engine.connect() as connection:
        return connection.execute(statement, parameters).first()


def _look_up_alone(engine: Engine, statement: str, parameters: Mapping[str, Any]) -> Any:
    with closing(engine.raw_connection()) as raw:
        try:
            cursor = raw.cursor()
            cursor.execute(statement, parameters)
            return cursor.fetchone()
        except Exception:
            raw.invalidate()
            raise


def _wait_for_no_disk(engine: Engine) -> None:
    """Whatever is lost with the server is the last, positions included, and is read from the log again."""

    @event.listens_for(engine, "connect")
    def _set(raw: Any, _record: Any) -> None:
        with raw.cursor() as cursor:
            cursor.execute("SET synchronous_commit = off")
        raw.commit()


def _ask_the_rested(engine: Engine) -> None:
    """Before a connection is lent that has rested for a second, ask whether its server is still there.

    SQLAlchemy's own way asks every time, which for a short question is as much work as the question.
    """

    @event.listens_for(engine, "checkin")
    def _rests(_raw: Any, record: Any) -> None:
        record.info["rests_since"] = monotonic()

    @event.listens_for(engine, "checkout")
    def _ask(raw: Any, record: Any, _proxy: Any) -> None:
        if monotonic() - record.info.get("rests_since", inf) < RESTED:
            return
        try:
            engine.dialect.do_ping(raw)
        except engine.dialect.loaded_dbapi.Error as error:
            raise DisconnectionError from error


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that will write. SQLite takes its write lock at once: two that upgrade later would deadlock."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def hold(connection: Connection, key: str) -> None:
    """Hold a named lock until the transaction ends; in SQLite a writing transaction is the lock."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))"), {"key": key})


def _sqlite(url: str) -> Engine:
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": 30, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _settle(raw: Any, _record: Any) -> None:
        raw.isolation_level = None  # sqlite3 begins transactions on its own otherwise, and too late
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=NORMAL")  # derived rows: a lost tail is read from the log again

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
