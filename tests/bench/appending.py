"""Appending: this store, a bare insert and the eventsourcing library's own recorder, on one server."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from importlib.util import find_spec
from itertools import count
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg2

from shared.store.grouping import GroupingLog
from shared.store.log import Append, Cause, EventLog, NewEvent
from shared.store.postgres_log import PostgresLog
from tests.bench.crowd import Kind, Operation, Times, in_processes, in_threads
from tests.bench.figures import Figure
from tests.ground.postgres import create_database, private_postgres

CONTENT = b'{"said":"' + b"x" * 280 + b'"}'
WRITERS = (1, 4, 16)
TENANTS = (8, 64)
FLUSH = 3000  # microseconds, for the simulated disk


def one_event(tenant: str, content: bytes = CONTENT) -> Append:
    """A command of one event, in a stream of its own."""
    command = uuid4()
    event = NewEvent(
        stream=f"case-{command}", version=1, type="Measured", data=content, case_id=str(command), policy_version="p/1",
        occurred_at=datetime.now(UTC),
    )  # fmt: skip
    cause = Cause(
        command_id=command, command="bench.Measure", fingerprint="0" * 64, actor_kind="system", actor_ref="bench",
        correlation_id=command,
    )  # fmt: skip
    return Append(tenant=tenant, cause=cause, events=(event,))


def appending(log: EventLog, tenants: int, first: int = 0) -> Operation:
    """One command a call, to one tenant after the other."""
    numbers = count(first)
    return lambda: log.append(one_event(f"tenant-{next(numbers) % tenants}"))


def own_append(url: str, tenants: int, number: int) -> Operation:
    """This store, ungrouped, in a process of its own."""
    return appending(PostgresLog(url, pool_size=1), tenants, first=number)


def bare_insert(url: str, _number: int) -> Operation:
    """One row, one transaction: what the server itself can do."""
    connection = psycopg2.connect(url)
    connection.autocommit = True
    cursor = connection.cursor()
    return lambda: cursor.execute("INSERT INTO bare (data) VALUES (%s)", (CONTENT,))


def library_insert(url: str, _number: int) -> Operation:
    """The library's recorder as it comes: it locks its table for every insert."""
    from eventsourcing.persistence import StoredEvent

    recorder = library_recorder(url, "no")

    def insert() -> None:
        event = StoredEvent(originator_id=uuid4(), originator_version=1, topic="bench:Measured", state=CONTENT)
        recorder.insert_events([event])

    return insert


def library_recorder(url: str, create: str) -> Any:
    """The eventsourcing library's own recorder on PostgreSQL."""
    from eventsourcing.persistence import InfrastructureFactory

    where = urlsplit(url)
    names = {"DBNAME": where.path[1:], "HOST": where.hostname, "PORT": where.port, "USER": "postgres", "PASSWORD": "-"}
    env = {"PERSISTENCE_MODULE": "eventsourcing.postgres", "CREATE_TABLE": create}
    env |= {f"POSTGRES_{name}": str(value) for name, value in names.items()}
    return InfrastructureFactory.construct(env).application_recorder()  # type: ignore[arg-type, var-annotated]


@contextmanager
def store() -> Iterator[str]:
    """A server that waits for the disk, with this store's tables and a bare one."""
    with private_postgres(durable=True) as server:
        yield prepared(server.url)


def prepared(server: str) -> str:
    """A database with this store's tables and a bare one."""
    url = create_database(server)
    with closing(psycopg2.connect(url)) as connection, connection, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare (id bigserial PRIMARY KEY, data bytea NOT NULL)")
    log = PostgresLog(url)
    log.create()
    log.close()
    return url


def append() -> Iterator[Figure]:
    """One command an append, as many processes as writers."""
    with store() as url:
        kinds: list[Kind] = [(bare_insert, (url,)), *((own_append, (url, tenants)) for tenants in TENANTS)]
        if find_spec("psycopg_pool") is None:
            print("psycopg is not installed, so the library's own recorder is left out: `make bench` installs it")
        else:
            library_recorder(url, "yes").datastore.close()
            kinds.append((library_insert, (url,)))
        for writers in WRITERS:
            bare, *measured = in_processes(kinds, writers)
            library = measured[len(TENANTS) :]
            for tenants, own in zip(TENANTS, measured, strict=False):
                yield from _compared(f"append, {tenants} tenants, {writers} writers", own, bare, library)


def _compared(what: str, own: Times, bare: Times, library: Sequence[Times]) -> Iterator[Figure]:
    for theirs in library:
        told = f"{own.rate:.0f}/s, p99 {own.within(0.99):.1f} ms; library {theirs.rate:.0f}/s"
        yield Figure(what=f"{what} : library's recorder", told=told, value=own.rate / theirs.rate, floor=3.0)
    told = f"{own.rate:.0f}/s; bare {bare.rate:.0f}/s"
    yield Figure(what=f"{what} : bare insert", told=told, value=own.rate / bare.rate, floor=0.55)


def group() -> Iterator[Figure]:
    """Group append in one process, beside sixteen processes of bare inserts."""
    with store() as url:
        log = PostgresLog(url, pool_size=64)
        bare, few, many = in_turn(
            lambda: in_processes([(bare_insert, (url,))], 16, seconds=0.8, rounds=1)[0],
            lambda: in_threads(appending(GroupingLog(log), 64), 16, 0.8),
            lambda: in_threads(appending(GroupingLog(log), 64), 64, 0.8),
        )
        for at_once, own, floor in ((16, few, 1.0), (64, many, 1.5)):
            told = f"{own.rate:.0f}/s, p99 {own.within(0.99):.1f} ms; {bare.rate:.0f}/s, p99 {bare.within(0.99):.1f} ms"
            what = f"group append, one process, {at_once} at once : bare insert, 16 processes"
            yield Figure(what=what, told=told, value=own.rate / bare.rate, floor=floor)
        yield _one_tenant(log, "one tenant, 16 at once, grouped : ungrouped", 2.5)
        log.close()


def slow_disk() -> Iterator[Figure]:
    """The same with a flush of 3 ms: the server sleeps so long before each, holding the lock it flushes under."""
    with private_postgres(durable=True) as server:
        with closing(psycopg2.connect(server.url)) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                for statement in (f"SET commit_delay = {FLUSH}", "SET commit_siblings = 0"):
                    cursor.execute(f"ALTER SYSTEM {statement}")
                cursor.execute("SELECT pg_reload_conf()")
        log = PostgresLog(prepared(server.url), pool_size=64)
        yield _one_tenant(log, "one tenant, 16 at once, 3 ms flush (simulated), grouped : ungrouped", 5.0)
        log.close()


def _one_tenant(log: PostgresLog, what: str, floor: float) -> Figure:
    single, own = in_turn(
        lambda: in_threads(appending(log, 1), 16, 0.8), lambda: in_threads(appending(GroupingLog(log), 1), 16, 0.8)
    )
    told = f"{own.rate:.0f}/s, p99 {own.within(0.99):.1f} ms; {single.rate:.0f}/s, p99 {single.within(0.99):.1f} ms"
    return Figure(what=what, told=told, value=own.rate / single.rate, floor=floor)


def in_turn(*measures: Callable[[], Times], rounds: int = 3) -> list[Times]:
    """Each of them, several times around, so that a passing disturbance meets them all."""
    times = [measure() for measure in measures]
    for _ in range(rounds - 1):
        times = [before + measure() for before, measure in zip(times, measures, strict=True)]
    return times
