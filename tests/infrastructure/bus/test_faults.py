"""Publishers that die between publishing and bookkeeping, and brokers that stop under load: nothing lost or doubled."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from shared.bus.bus import Bus
from shared.bus.publisher import Publisher
from shared.bus.publishing import published_range
from shared.bus.rabbit import RabbitBus
from shared.bus.topology import partition
from shared.followers import FollowerRunner, Wake
from shared.store.sqlite_log import SqliteLog
from tests.ground.rabbitmq import RabbitMQ
from tests.infrastructure.bus.bakery import PUBLISHING, Killed, Kitchen, MortalLog, bake
from tests.infrastructure.bus.test_bus import TENANTS, Listening, until


@pytest.mark.parametrize("after", [False, True], ids=["before bookkeeping", "after bookkeeping"])
@pytest.mark.parametrize("page", [1, 4])
def test_a_publisher_that_dies_after_publishing_says_the_same_again(
    bus: Bus, bakery: SqliteLog, tmp_path: Path, page: int, after: bool
) -> None:
    kitchen, listening = Kitchen(tmp_path, bakery), Listening()
    bus.subscribe("kitchen", "bakery", kitchen.consumer.receive)
    bus.subscribe("shop", "bakery", listening.receive)
    bus.start()
    bake(bakery, "sidr", 8)
    while bakery.position("sidr", "publishing") < bakery.head("sidr"):
        # Each life of this publisher ends at its second bookkeeping.
        publisher = Publisher(MortalLog(bakery, 2, after=after), PUBLISHING, bus)
        with suppress(Killed):
            while rows := bakery.read("sidr", publisher.position("sidr"), page):
                publisher.apply("sidr", rows)
                publisher.settle()
    assert until(lambda: kitchen.served("sidr") == list(range(1, 9)))
    said = published_range(bakery, PUBLISHING, "sidr", after=0)
    assert until(lambda: listening.first_times("sidr") == said)


@contextmanager
def following(log: SqliteLog, bus: Bus) -> Iterator[FollowerRunner]:
    runner = FollowerRunner(log, [Publisher(log, PUBLISHING, bus)], Wake(), page=20)
    runner.start()
    yield runner
    runner.stop()


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_a_broker_that_goes_away_under_load_and_comes_back_loses_nothing(
    broker: RabbitMQ, rabbit_vhost: str, bakery: SqliteLog, tmp_path: Path, end: str
) -> None:
    bus = RabbitBus(rabbit_vhost, window=20, patience=5)
    kitchen = Kitchen(tmp_path, bakery)
    bus.subscribe("kitchen", "bakery", kitchen.consumer.receive)
    bus.start()
    # The broker keeps a new quorum queue's entry in memory for three seconds (dets); killed within them, RabbitMQ 3.10
    # comes back with an empty queue that never elects a leader. No client can help that.
    time.sleep(4)
    loads = [threading.Thread(target=bake, args=(bakery, tenant, 150)) for tenant in TENANTS]
    with following(bakery, bus) as runner:
        for load in loads:
            load.start()
        assert until(lambda: len(kitchen.served("sidr")) > 5)
        getattr(broker, end)()
        time.sleep(0.5)
        broker.start()
        for load in loads:
            load.join()
        assert until(runner.caught_up, seconds=60), runner.lag()
        for tenant in TENANTS:
            assert until(lambda who=tenant: len(kitchen.served(who)) >= 150, seconds=30), len(kitchen.served(tenant))
            assert kitchen.served(tenant) == list(range(1, 151))
    bus.stop()


def test_messages_the_broker_lost_are_fetched_from_the_publisher(
    rabbit_vhost: str, bakery: SqliteLog, tmp_path: Path
) -> None:
    from kombu import Connection

    bus = RabbitBus(rabbit_vhost)
    first, second = Kitchen(tmp_path, bakery), Kitchen(tmp_path, bakery)
    bus.subscribe("kitchen", "bakery", first.consumer.receive)
    bus.start()
    bake(bakery, "sidr", 5)
    with following(bakery, bus):
        assert until(lambda: first.served("sidr") == [1, 2, 3, 4, 5])
        bus.stop()
        bake(bakery, "sidr", 5, first=6)
        assert until(lambda: bakery.position("sidr", "publishing") == bakery.head("sidr"))
        with Connection(rabbit_vhost) as connection, connection.channel() as channel:
            for number in range(4):
                channel.queue_purge(f"kitchen.from.bakery.p{number}")
        bus.subscribe("kitchen", "bakery", second.consumer.receive)
        bus.start()
        bake(bakery, "sidr", 1, first=11)
        assert until(lambda: second.served("sidr") == list(range(1, 12)))
    bus.stop()


def test_the_position_stays_while_the_broker_does_not_confirm(bakery: SqliteLog) -> None:
    bake(bakery, "sidr", 2)
    publisher: Any = Publisher(bakery, PUBLISHING, RabbitBus("amqp://guest:guest@127.0.0.1:1/"))
    with pytest.raises(Exception, match="Refused"):
        publisher.apply("sidr", bakery.read("sidr", 0, 10))
    assert publisher.position("sidr") == 0


def test_a_queue_the_broker_came_back_without_is_made_anew_and_what_it_held_is_fetched(
    broker: RabbitMQ, rabbit_vhost: str, bakery: SqliteLog, tmp_path: Path
) -> None:
    vhost, number = rabbit_vhost.rpartition("/")[2], partition("sidr")
    bus = RabbitBus(rabbit_vhost, patience=3)
    first, second = Kitchen(tmp_path, bakery), Kitchen(tmp_path, bakery)
    bus.subscribe("kitchen", "bakery", first.consumer.receive)
    bus.start()
    bake(bakery, "sidr", 3)
    with following(bakery, bus):
        assert until(lambda: first.served("sidr") == [1, 2, 3])
        bus.stop()
        bake(bakery, "sidr", 3, first=4)
        assert until(lambda: bakery.position("sidr", "publishing") == bakery.head("sidr"))
        # As after a crash in the queue's first seconds: its name is known, and nothing stands behind it.
        queue = f"{vhost}_kitchen.from.bakery.p{number}"
        broker.evaluate(f"ra:force_delete_server(quorum_queues, {{'{queue}', node()}}).")
        bus.subscribe("kitchen", "bakery", second.consumer.receive)
        bus.start()
        bake(bakery, "sidr", 3, first=7)
        assert until(lambda: second.served("sidr") == list(range(1, 10)), seconds=120)
        assert until(lambda: bakery.position("sidr", "publishing") == bakery.head("sidr"), seconds=60)
    bus.stop()
