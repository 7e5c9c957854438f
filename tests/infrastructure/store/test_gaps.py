"""Positions become visible in their order, so that a reader who follows the log misses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from threading import Event, Thread
from time import monotonic, sleep

import psycopg2
import psycopg2.extensions
import pytest

from shared.store import postgres_writing
from shared.store.log import EventLog, Recorded
from shared.store.postgres_log import PostgresLog
from tests.infrastructure.store.conftest import FreshDatabase
from tests.infrastructure.store.examples import KADI, SIDR, append, event, positions

HELD_BY_THE_TEST = 4242
WAITING = "select count(*) from pg_locks where locktype = 'advisory' and not granted"


class Tail:
    """A follower that reads on from the last position it has seen, all the time."""

    def __init__(self, log: EventLog, tenant: str) -> None:
        self.seen: list[Recorded] = []
        self._log = log
        self._tenant = tenant
        self._stop = Event()
        self._thread = Thread(target=self._follow, daemon=True)

    @contextmanager
    def following(self) -> Iterator[Tail]:
        self._thread.start()
        yield self
        self._stop.set()
        self._thread.join(10)

    def wait_for(self, count: int) -> None:
        _until(lambda: len(self.seen) >= count)

    def _follow(self) -> None:
        while not self._stop.is_set():
            after = self.seen[-1].position if self.seen else 0
            self.seen.extend(self._log.read(self._tenant, after, 7))


def _until(true: object) -> None:
    deadline = monotonic() + 10
    while not true():  # type: ignore[operator]
        assert monotonic() < deadline
        sleep(0.005)


def _append_then_wait_before_committing(url: str) -> None:
    with closing(psycopg2.connect(url)) as conn, conn.cursor() as cursor:
        cursor.execute(postgres_writing.APPEND_ALL.preparing)
        cursor.execute(
            postgres_writing.APPEND_ALL.executing, postgres_writing.parameters([append(event(1, stream="held"))])
        )
        cursor.execute("select pg_advisory_xact_lock(%s)", (HELD_BY_THE_TEST,))
        conn.commit()


def _number(cursor: psycopg2.extensions.cursor, statement: str) -> int:
    cursor.execute(statement)
    return int((cursor.fetchone() or (0,))[0])


def test_a_reader_misses_nothing_while_a_transaction_is_held_open(fresh_database: FreshDatabase) -> None:
    """Held by an advisory lock after its position was assigned and before its commit, with others on its heels."""
    url = fresh_database()
    log = PostgresLog(url)
    log.create()
    with (
        closing(psycopg2.connect(url)) as gate,
        gate.cursor() as cursor,
        Tail(log, SIDR).following() as tail,
        ThreadPoolExecutor(8) as pool,
    ):
        gate.autocommit = True
        cursor.execute("select pg_advisory_lock(%s)", (HELD_BY_THE_TEST,))
        held = pool.submit(_append_then_wait_before_committing, url)
        _until(lambda: _number(cursor, WAITING) == 1)
        behind = [pool.submit(log.append, append(event(1, stream=f"request-{n}"))) for n in range(3)]
        _until(lambda: _number(cursor, WAITING) == 4)
        other = pool.submit(log.append, append(event(1), tenant=KADI))
        assert other.result(10).first == 1, "another tenant does not wait"
        assert (tail.seen, log.head(SIDR)) == ([], 0), "no later position is visible before the held one"
        cursor.execute("select pg_advisory_unlock(%s)", (HELD_BY_THE_TEST,))
        held.result(10)
        assert sorted(each.result(10).first for each in behind) == [2, 3, 4]
        tail.wait_for(4)
    assert positions(tail.seen) == [1, 2, 3, 4]
    assert tail.seen[0].stream == "held"
    log.close()


def test_an_append_that_is_rolled_back_leaves_no_gap(fresh_database: FreshDatabase) -> None:
    url = fresh_database()
    log = PostgresLog(url)
    log.create()
    with closing(psycopg2.connect(url)) as conn, conn.cursor() as cursor:
        cursor.execute(postgres_writing.APPEND_ALL.preparing)
        cursor.execute(postgres_writing.APPEND_ALL.executing, postgres_writing.parameters([append(event(1), event(2))]))
        conn.rollback()
    assert log.append(append(event(1))).first == 1
    log.close()


def test_batches_over_the_same_tenants_in_any_order_do_not_wait_for_each_other_for_ever(
    postgres_log: PostgresLog,
) -> None:
    def batches(writer: int) -> None:
        for number in range(25):
            tenants = [SIDR, KADI, "ihsan"][:: 1 if writer % 2 else -1]
            stream = f"request-{writer}-{number}"
            outcomes = postgres_log.append_all([append(event(1, stream=stream), tenant=each) for each in tenants])
            assert not any(isinstance(each, Exception) for each in outcomes)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(batches, range(4)))
    assert [postgres_log.head(each) for each in (SIDR, KADI, "ihsan")] == [100, 100, 100]


@pytest.mark.parametrize("log", ["sqlite", "postgres"], indirect=True)
def test_a_reader_misses_nothing_among_many_writers(log: EventLog) -> None:
    def write(writer: int) -> None:
        for number in range(40):
            log.append(append(event(1, stream=f"request-{writer}-{number}"), event(1, stream=f"r-{writer}-{number}")))

    with Tail(log, SIDR).following() as tail, ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
        tail.wait_for(320)
    assert positions(tail.seen) == list(range(1, 321))
