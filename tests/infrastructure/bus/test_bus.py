"""What every bus promises: everything, in order within a tenant, to every subscriber, again until it is received."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable

from shared.bus.bus import Bus
from shared.bus.publishing import published_range
from shared.contracts.envelope import Envelope
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.bus.bakery import PUBLISHING, bake

TENANTS = ("basmat", "israr", "kadi", "kayan", "sidr")


def until(holds: Callable[[], bool], seconds: float = 60.0) -> bool:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


class Listening:
    """A subscriber that notes what it is given, by tenant."""

    def __init__(self) -> None:
        self.heard: dict[str, list[Envelope]] = defaultdict(list)

    def receive(self, envelope: Envelope) -> None:
        self.heard[envelope.tenant].append(envelope)

    def first_times(self, tenant: str) -> list[Envelope]:
        """What was heard, without repetitions."""
        return list(dict.fromkeys(self.heard[tenant]))


def told(bakery: SqliteLog, *tenants: str, count: int = 10) -> dict[str, list[Envelope]]:
    for tenant in tenants:
        bake(bakery, tenant, count)
    return {tenant: published_range(bakery, PUBLISHING, tenant, after=0) for tenant in tenants}


def test_every_subscriber_hears_every_tenant_in_order_and_unchanged(bus: Bus, bakery: SqliteLog) -> None:
    kitchen, shop = Listening(), Listening()
    bus.subscribe("kitchen", "bakery", kitchen.receive)
    bus.subscribe("shop", "bakery", shop.receive)
    bus.start()
    said = told(bakery, *TENANTS)
    for envelopes in zip(*said.values(), strict=True):
        bus.publish(envelopes)
    for subscriber in (kitchen, shop):
        assert until(lambda who=subscriber: all(who.first_times(tenant) == said[tenant] for tenant in TENANTS))


def test_nobody_hears_what_another_service_says(bus: Bus, bakery: SqliteLog) -> None:
    kitchen, stranger = Listening(), Listening()
    bus.subscribe("kitchen", "bakery", kitchen.receive)
    bus.subscribe("kitchen", "butcher", stranger.receive)
    bus.start()
    said = told(bakery, "sidr")
    bus.publish(said["sidr"])
    assert until(lambda: kitchen.first_times("sidr") == said["sidr"])
    assert not stranger.heard


def test_what_was_not_received_is_given_again_before_what_comes_after_it(bus: Bus, bakery: SqliteLog) -> None:
    kitchen, failures = Listening(), iter([OSError(), OSError(), OSError()])

    def receive(envelope: Envelope) -> None:
        if envelope.sequence == 3:
            for error in failures:
                raise error
        kitchen.receive(envelope)

    bus.subscribe("kitchen", "bakery", receive)
    bus.start()
    said = told(bakery, "sidr")
    bus.publish(said["sidr"])
    assert until(lambda: kitchen.first_times("sidr") == said["sidr"])


def test_publishing_to_nobody_is_no_failure(bus: Bus, bakery: SqliteLog) -> None:
    bus.start()
    bus.publish(told(bakery, "sidr")["sidr"])


def test_several_threads_publish_at_once(bus: Bus, bakery: SqliteLog) -> None:
    kitchen = Listening()
    bus.subscribe("kitchen", "bakery", kitchen.receive)
    bus.start()
    said = told(bakery, *TENANTS, count=60)
    threads = [threading.Thread(target=bus.publish, args=(said[tenant],)) for tenant in TENANTS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert until(lambda: all(kitchen.first_times(tenant) == said[tenant] for tenant in TENANTS))


def test_stopping_ends_deliveries(bus: Bus, bakery: SqliteLog) -> None:
    kitchen = Listening()
    bus.subscribe("kitchen", "bakery", kitchen.receive)
    bus.start()
    said = told(bakery, "sidr", count=20)
    bus.publish(said["sidr"][:10])
    assert until(lambda: kitchen.first_times("sidr") == said["sidr"][:10])
    bus.stop()
    heard = len(kitchen.heard["sidr"])
    time.sleep(0.3)
    assert len(kitchen.heard["sidr"]) == heard
