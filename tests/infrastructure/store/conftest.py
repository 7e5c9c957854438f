"""Event logs to test, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.store.grouping import GroupingLog
from shared.store.log import EventLog
from shared.store.postgres_log import PostgresLog
from shared.store.sqlite_log import SqliteLog

FreshDatabase = Callable[[], str]


@pytest.fixture
def sqlite_log(tmp_path: Path) -> Iterator[SqliteLog]:
    """A log in a new file."""
    log = SqliteLog(tmp_path / "events.db")
    log.create()
    yield log
    log.close()


@pytest.fixture
def postgres_log(fresh_database: FreshDatabase) -> Iterator[PostgresLog]:
    """A log in a new database."""
    log = PostgresLog(fresh_database())
    log.create()
    yield log
    log.close()


@pytest.fixture(params=["sqlite", "postgres", "grouped sqlite", "grouped postgres"])
def log(request: pytest.FixtureRequest) -> EventLog:
    """Each kind of log in turn: what it promises is the same."""
    grouped, _, store = request.param.rpartition(" ")
    made: EventLog = request.getfixturevalue(f"{store}_log")
    return GroupingLog(made) if grouped else made
