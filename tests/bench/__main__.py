"""How many events a second the store takes, beside a bare durable insert on the same server in the same run."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import local
from uuid import uuid4

import psycopg2

from shared.store.grouping import GroupingLog
from shared.store.log import Append, Cause, EventLog, NewEvent
from shared.store.postgres_log import PostgresLog
from tests.ground.postgres import create_database, private_postgres

SECONDS = 4.0
CONTENT = b'{"said":"' + b"x" * 280 + b'"}'


def one_event() -> Append:
    """A command of one event, in a stream of its own."""
    command = uuid4()
    event = NewEvent(
        stream=f"case-{command}", version=1, type="Measured", data=CONTENT, case_id=None, policy_version=None,
        occurred_at=datetime.now(UTC),
    )  # fmt: skip
    cause = Cause(
        command_id=command, command="bench.Measure", fingerprint="0" * 64, actor_kind="system", actor_ref="bench",
        correlation_id=command,
    )  # fmt: skip
    return Append(tenant="bench", cause=cause, events=(event,))


def bare_insert(url: str) -> Callable[[], None]:
    """One row, one transaction, one connection a thread: what the server itself can do."""
    kept = local()

    def insert() -> None:
        if not hasattr(kept, "connection"):
            kept.connection = psycopg2.connect(url)
            kept.connection.autocommit = True
        with kept.connection.cursor() as cursor:
            cursor.execute("INSERT INTO bare (data) VALUES (%s)", (CONTENT,))

    return insert


def appending(log: EventLog) -> Callable[[], None]:
    """One command a call."""

    def append() -> None:
        log.append(one_event())

    return append


def rate(work: Callable[[], None], at_once: int) -> float:
    """Calls a second, by so many threads at once."""
    until = time.monotonic() + SECONDS

    def repeat() -> int:
        done = 0
        while time.monotonic() < until:
            work()
            done += 1
        return done

    with ThreadPoolExecutor(at_once) as pool:
        return sum(pool.map(lambda _: repeat(), range(at_once))) / SECONDS


def main() -> None:
    """Measure and print."""
    machine = f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}; PostgreSQL waits for the disk")
    print(f"{'at once':>8} {'bare insert/s':>14} {'append/s':>10} {'ratio':>6} {'grouped/s':>10} {'ratio':>6}")
    with private_postgres(durable=True) as server:
        url = create_database(server.url)
        with psycopg2.connect(url) as connection, connection.cursor() as cursor:
            cursor.execute("CREATE TABLE bare (id bigserial PRIMARY KEY, data bytea NOT NULL)")
        log = PostgresLog(url, pool_size=64)
        log.create()
        grouped = GroupingLog(log)
        for at_once in (1, 16, 64):
            bare, single, group = (
                rate(work, at_once) for work in (bare_insert(url), appending(log), appending(grouped))
            )
            ratios = f"{single:>10.0f} {single / bare:>6.2f} {group:>10.0f} {group / bare:>6.2f}"
            print(f"{at_once:>8} {bare:>14.0f} {ratios}", flush=True)
        log.close()


if __name__ == "__main__":
    main()
