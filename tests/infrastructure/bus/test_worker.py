"""The worker processes on a real broker: contracts flow, operations answer, and they stop in order when asked."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nameko
import pytest

from shared.bus.rpc_sources import RpcSources, ask
from shared.bus.sources import Unreachable
from shared.store.sqlite_log import SqliteLog
from tests.ground.rabbitmq import RabbitMQ
from tests.infrastructure.bus.bakery import Kitchen, LoafBaked, append, bake, postgres_log
from tests.infrastructure.bus.test_bus import TENANTS, until


class Worker:
    """One worker process."""

    def __init__(self, name: str, folder: Path, url: str) -> None:
        self._words = [sys.executable, "-m", "tests.infrastructure.bus.work", name, str(folder), url]
        self._output = folder / f"{name}.out"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self._output.open("ab") as output:
            self._process = subprocess.Popen(self._words, stdout=output, stderr=output)

    def kill(self) -> None:
        """At once, without farewell."""
        assert self._process
        self._process.kill()
        self._process.wait()

    def stop(self) -> int:
        """As an orchestrator does; gives the exit code."""
        assert self._process
        self._process.terminate()
        return self._process.wait(40)

    def ended(self) -> int:
        """Wait until it has ended by itself; gives the exit code."""
        assert self._process
        return self._process.wait(40)

    @property
    def said(self) -> str:
        return self._output.read_text()


@pytest.fixture
def start(tmp_path: Path, rabbit_vhost: str) -> Iterator[Callable[[str], Worker]]:
    """Start workers by name; whatever still runs at the end is killed."""
    nameko.config.setup({"AMQP_URI": rabbit_vhost})
    started: list[Worker] = []

    def begin(name: str) -> Worker:
        started.append(Worker(name, tmp_path, rabbit_vhost))
        started[-1].start()
        return started[-1]

    yield begin
    for worker in started:
        worker.kill()


def answers(service: str, operation: str, **words: Any) -> Any:
    """What an operation answers, once the worker is up."""
    deadline = time.monotonic() + 60
    while True:
        try:
            return ask(service, operation, timeout=2, **words)
        except Unreachable:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


@pytest.fixture
def served(tmp_path: Path) -> Callable[[str], list[int]]:
    """What the kitchen has served to a tenant, read from its log."""
    return Kitchen(tmp_path).served


Start = Callable[[str], Worker]
Served = Callable[[str], list[int]]


def test_contracts_flow_from_worker_to_worker(start: Start, bakery: SqliteLog, served: Served) -> None:
    bake(bakery, "sidr", 5)
    start("bakery"), start("kitchen")
    for tenant in ("kadi", "basmat"):
        bake(bakery, tenant, 10)
    bake(bakery, "sidr", 5, first=6)
    for tenant in ("sidr", "kadi", "basmat"):
        assert until(lambda who=tenant: served(who) == list(range(1, 11))), served(tenant)


def test_workers_on_postgresql_do_their_work_side_by_side(
    start: Start, tmp_path: Path, fresh_database: Callable[[], str]
) -> None:
    for name in ("bakery", "kitchen"):
        (tmp_path / f"{name}.dsn").write_text(fresh_database())
    bakery = postgres_log((tmp_path / "bakery.dsn").read_text())
    kitchen = Kitchen(tmp_path, database=(tmp_path / "kitchen.dsn").read_text())
    start("bakery"), start("kitchen")
    bakers = [threading.Thread(target=bake, args=(bakery, tenant, 60)) for tenant in TENANTS]
    for baker in bakers:
        baker.start()
    for baker in bakers:
        baker.join()
    for tenant in TENANTS:
        assert until(lambda who=tenant: len(kitchen.served(who)) >= 60), len(kitchen.served(tenant))
        assert kitchen.served(tenant) == list(range(1, 61))
    bakery.close(), kitchen.log.close()


def test_what_waits_is_seen_replayed_and_discarded_through_operations(
    start: Start, bakery: SqliteLog, served: Served, tmp_path: Path
) -> None:
    (tmp_path / "burnt-2").touch()
    (tmp_path / "burnt-3").touch()
    start("bakery"), start("kitchen")
    bake(bakery, "sidr", 4)
    assert until(lambda: served("sidr") == [1, 4])
    assert until(lambda: answers("kitchen", "health") == {"service": "kitchen", "behind": {}, "parked": 2})
    waiting = answers("kitchen", "parked", tenant="sidr")
    assert [(one["case"], one["reason"]) for one in waiting] == [("rye-2", "burnt"), ("rye-3", "burnt")]
    assert answers("kitchen", "replay", tenant="sidr", case="rye-2") == {"applied": 0, "waits": "burnt"}
    (tmp_path / "burnt-2").unlink()
    assert answers("kitchen", "replay", tenant="sidr", case="rye-2") == {"applied": 1, "waits": None}
    words = {"tenant": "sidr", "case": "rye-3", "sequence": waiting[1]["sequence"], "by": "operator-1"}
    assert answers("kitchen", "discard", **words)
    assert (answers("kitchen", "parked"), served("sidr")) == ([], [1, 4, 2])


def test_a_worker_asked_to_stop_ends_in_order_and_continues_later(
    start: Start, bakery: SqliteLog, served: Served
) -> None:
    start("bakery")
    kitchen = start("kitchen")
    bake(bakery, "sidr", 3)
    assert until(lambda: served("sidr") == [1, 2, 3])
    assert kitchen.stop() == 0, kitchen.said
    bake(bakery, "sidr", 3, first=4)
    kitchen.start()
    assert until(lambda: served("sidr") == [1, 2, 3, 4, 5, 6]), kitchen.said


def test_asking_a_worker_that_is_away_says_so(start: Start) -> None:
    with pytest.raises(Unreachable):
        RpcSources(timeout=1).fetch("bakery", "sidr", 0, None)
    start("bakery")
    assert answers("bakery", "heads") == {}


def test_nothing_is_lost_or_doubled_while_workers_are_killed(start: Start, bakery: SqliteLog, served: Served) -> None:
    baker, kitchen = start("bakery"), start("kitchen")
    answers("kitchen", "health")
    for round_ in range(6):
        for tenant in ("sidr", "kadi"):
            bake(bakery, tenant, 50, first=round_ * 50 + 1)
        worker = (kitchen, baker)[round_ % 2]
        time.sleep(0.1 + round_ * 0.05)
        worker.kill()
        worker.start()
    for tenant in ("sidr", "kadi"):
        assert until(lambda who=tenant: len(served(who)) >= 300, seconds=60), (
            len(served(tenant)),
            kitchen.said[-3000:],
        )
        assert served(tenant) == list(range(1, 301))


@pytest.mark.parametrize("writes", [1, 2, 7])
def test_a_consumer_that_dies_between_commit_and_acknowledgement_repeats_nothing(
    start: Start, bakery: SqliteLog, served: Served, tmp_path: Path, writes: int
) -> None:
    start("bakery")
    (tmp_path / "kitchen-dies").write_text(str(writes))
    kitchen = start("kitchen")
    bake(bakery, "sidr", 10)
    assert kitchen.ended() == 9
    before = served("sidr")
    assert before == list(range(1, len(before) + 1))  # its own followers' bookkeeping counts as writes too
    assert len(before) <= writes
    kitchen.start()
    assert until(lambda: served("sidr") == list(range(1, 11))), served("sidr")


def test_a_message_that_is_no_contract_is_set_aside(
    start: Start, bakery: SqliteLog, served: Served, rabbit_vhost: str
) -> None:
    from kombu import Connection

    start("bakery"), start("kitchen")
    bake(bakery, "sidr", 1)
    assert until(lambda: served("sidr") == [1])
    with Connection(rabbit_vhost) as connection, connection.channel() as channel:
        connection.Producer(channel).publish("nonsense", exchange="bakery.events", routing_key="p0.sidr.nonsense")
        dead = connection.SimpleQueue("kitchen.dead", queue_opts={"passive": True, "no_declare": True})
        assert dead.get(timeout=10).body
    append(bakery, "sidr", "loaf-rye-2", LoafBaked(loaf="rye", number=2), case="rye-2")
    assert until(lambda: served("sidr") == [1, 2])


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_workers_outlive_their_broker(
    start: Start, bakery: SqliteLog, served: Served, broker: RabbitMQ, end: str
) -> None:
    workers = start("bakery"), start("kitchen")
    bake(bakery, "sidr", 5)
    assert until(lambda: served("sidr") == list(range(1, 6)))
    time.sleep(4)  # see test_faults: a queue killed within its first seconds does not survive
    getattr(broker, end)()
    bake(bakery, "sidr", 5, first=6)
    broker.start()
    bake(bakery, "sidr", 5, first=11)
    assert until(lambda: served("sidr") == list(range(1, 16)), seconds=90), workers[1].said[-3000:]
    # What it heard may have come from the publisher's log while its own publisher still waits for the broker.
    assert until(lambda: answers("kitchen", "health")["behind"] == {}, seconds=90)
    assert all(worker.stop() == 0 for worker in workers)
