"""Whatever dies and whenever: what was acknowledged is there, once, and the rest may be sent again."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest
from eventsourcing.persistence import PersistenceError

from shared.store.grouping import GroupingLog
from shared.store.log import Append
from shared.store.postgres_log import PostgresLog
from tests.ground.postgres import private_postgres
from tests.infrastructure.store.examples import SIDR, append, event, positions, whole_log
from tests.infrastructure.store.writer import nth, open_log


@pytest.mark.parametrize("store", ["sqlite", "postgres"])
def test_a_killed_writer_has_lost_nothing_it_acknowledged(store: str, request: pytest.FixtureRequest) -> None:
    if store == "sqlite":
        where = str(request.getfixturevalue("tmp_path") / "events.db")
    else:
        make: Callable[[], str] = request.getfixturevalue("fresh_database")
        where = make()
    log = open_log(store, where)
    log.create()
    acknowledged: dict[int, int] = {}
    for milliseconds in (40, 90, 150):
        acknowledged |= _kill_a_writer_after(store, where, milliseconds)
    stored = whole_log(log, SIDR)
    assert positions(stored) == list(range(1, len(stored) + 1))
    assert {number: stored[position - 1].version for number, position in acknowledged.items()} == {
        number: number for number in acknowledged
    }
    assert log.append(nth(max(acknowledged))).repeated
    assert not log.append(nth(len(stored) // 2 + 1)).repeated
    log.close()


def _kill_a_writer_after(store: str, where: str, milliseconds: int) -> dict[int, int]:
    command = [sys.executable, "-m", "tests.infrastructure.store.writer", store, where]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline()]
        sleep(milliseconds / 1000)
        writer.kill()
        lines += writer.stdout.readlines()
    whole = [line.split() for line in lines if line.endswith("\n")]
    return {int(number): int(position) for number, position in whole}


def test_a_crash_of_the_server_loses_and_doubles_nothing() -> None:
    commands = [append(event(1, stream=f"request-{number}")) for number in range(3000)]
    with private_postgres(durable=True) as server:
        store = PostgresLog(server.url)
        store.create()
        log = GroupingLog(store)
        with ThreadPoolExecutor(8) as pool:
            sent = [pool.submit(_send_until_heard, log, each) for each in commands]
            sleep(0.3)
            server.kill()
            server.start()
            heard_at_once = [each.result() for each in sent]
        assert False in heard_at_once, "the crash came too late to hit anybody"
        assert True in heard_at_once
        assert positions(whole_log(log, SIDR)) == list(range(1, len(commands) + 1))
        store.close()


def _send_until_heard(log: GroupingLog, append: Append) -> bool:
    """Send a command again after each error; whether the first try was answered."""
    for tries in range(200):
        try:
            log.append(append)
            return tries == 0
        except PersistenceError:
            sleep(0.1)
    raise TimeoutError


def test_after_a_restart_of_the_server_reads_go_on_without_an_error() -> None:
    with private_postgres() as server:
        log = PostgresLog(server.url)
        log.create()
        log.append(append(event(1)))
        with ThreadPoolExecutor(6) as pool:
            list(pool.map(lambda _: log.head(SIDR), range(60)))
        server.stop()
        server.start()
        assert [log.head(SIDR) for _ in range(12)] == [1] * 12
        log.close()
