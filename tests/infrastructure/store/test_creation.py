"""Making a store: many processes may start at once, and again."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any, ClassVar

import psycopg2
import pytest
from eventsourcing.persistence import DatabaseError, InterfaceError, OperationalError

from shared.store.log import EventLog
from shared.store.postgres_log import RENEWED, PostgresLog
from shared.store.postgres_session import Prepared, Session
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.store.conftest import FreshDatabase
from tests.infrastructure.store.examples import SIDR, append, event

STARTING = 6


def _start_all(logs: list[SqliteLog] | list[PostgresLog]) -> None:
    together = Barrier(STARTING)

    def start(number: int) -> None:
        together.wait()
        logs[number].create()
        logs[number].append(append(event(1, stream=f"request-{number}")))
        logs[number].create()

    with ThreadPoolExecutor(STARTING) as pool:
        list(pool.map(start, range(STARTING)))
    assert logs[0].head(SIDR) == STARTING
    for log in logs:
        log.close()


def test_processes_that_start_at_once_share_a_new_database(fresh_database: FreshDatabase) -> None:
    url = fresh_database()
    _start_all([PostgresLog(url) for _ in range(STARTING)])


def test_processes_that_start_at_once_share_a_new_file(tmp_path: Path) -> None:
    _start_all([SqliteLog(tmp_path / "new" / "events.db") for _ in range(STARTING)])


@pytest.mark.parametrize("size", [1, 2])
def test_a_schema_is_renewed_while_others_append(fresh_database: FreshDatabase, size: int) -> None:
    url = fresh_database()
    log = PostgresLog(url)
    log.create()

    def write(writer: int) -> None:
        for number in range(40):
            stream = f"request-{writer}-{number}"
            log.append(append(*(event(version, stream=stream) for version in range(1, size + 1))))

    with ThreadPoolExecutor(4) as pool:
        writing = [pool.submit(write, writer) for writer in range(4)]
        for _ in range(5):
            log._query("comment on table event is 'an older schema'; select 1", ())
            log.create()
        for each in writing:
            each.result()
    assert log.head(SIDR) == 160 * size
    log.close()


class Renewing(Session):
    """A connection whose function was replaced between being looked up and being called."""

    failures: ClassVar[list[psycopg2.Error]] = []

    def call(self, what: Prepared, parameters: Sequence[Any], *, within: str = "") -> list[tuple[Any, ...]]:
        if self.failures:
            raise self.failures.pop()
        return super().call(what, parameters, within=within)


@pytest.mark.parametrize("kind", RENEWED)
def test_an_append_that_meets_a_renewed_schema_is_made_again_once(
    fresh_database: FreshDatabase, monkeypatch: pytest.MonkeyPatch, kind: type[psycopg2.Error]
) -> None:
    monkeypatch.setattr("shared.store.postgres_log.Session", Renewing)
    log = PostgresLog(fresh_database())
    log.create()
    Renewing.failures = [kind("cache lookup failed")]
    assert log.append(append(event(1))).last == 1
    Renewing.failures = [kind("cache lookup failed"), kind("cache lookup failed")]
    with pytest.raises(DatabaseError):
        log.append(append(event(2)))
    assert log.head(SIDR) == 1
    log.close()


@pytest.mark.parametrize("log", ["sqlite", "postgres"], indirect=True)
def test_a_closed_log_says_so(log: EventLog) -> None:
    assert isinstance(log, SqliteLog | PostgresLog)
    log.close()
    with pytest.raises(InterfaceError, match="closed"):
        log.head(SIDR)


def test_a_server_that_is_not_there_is_an_operational_error() -> None:
    log = PostgresLog("postgresql://nobody@127.0.0.1:1/nowhere")
    for _ in range(12):  # More often than there are connections: none may be lost on the way.
        with pytest.raises(OperationalError):
            log.head(SIDR)
