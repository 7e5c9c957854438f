"""Acknowledgements: late, together, and never of what is still in hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from kombu import Connection, Consumer, Message, Queue

from shared.bus.acknowledging import MOST, Acknowledging
from tests.infrastructure.bus.test_bus import until

QUEUE = Queue("loaves", durable=True, queue_arguments={"x-queue-type": "quorum"})


class Alarm:
    """Keeps what is to be called later, until it rings."""

    def __init__(self) -> None:
        self.calls: list[Callable[[], None]] = []

    def later(self, _seconds: float, call: Callable[[], None]) -> None:
        self.calls.append(call)

    def ring(self) -> None:
        for call in self.calls:
            call()
        self.calls.clear()


@pytest.fixture
def alarm() -> Alarm:
    return Alarm()


@pytest.fixture
def acknowledging(alarm: Alarm) -> Acknowledging:
    return Acknowledging(alarm.later)


@contextmanager
def delivered(url: str, count: int, acknowledging: Acknowledging) -> Iterator[list[Message]]:
    """So many messages over a connection of their own; what is not acknowledged at the end is the broker's again."""
    messages: list[Message] = []

    def come(message: Message) -> None:
        acknowledging.taken(message)
        messages.append(message)

    with Connection(url) as connection, Consumer(connection, [QUEUE], on_message=come, prefetch_count=100):
        until(lambda: len(messages) >= count or connection.drain_events(timeout=5))
        yield messages


def baked(url: str, count: int) -> None:
    with Connection(url) as connection:
        for number in range(count):
            connection.Producer().publish({"loaf": number}, routing_key="loaves", declare=[QUEUE], retry=True)


def left(url: str, count: int) -> list[int]:
    """Which loaves the broker gives again."""
    with delivered(url, count, Acknowledging(lambda *_: None)) as messages:
        return sorted(message.payload["loaf"] for message in messages)


def test_what_is_done_is_acknowledged_late_and_what_is_in_hand_is_not(
    rabbit_vhost: str, alarm: Alarm, acknowledging: Acknowledging
) -> None:
    baked(rabbit_vhost, 5)
    with delivered(rabbit_vhost, 5, acknowledging) as messages:
        for number in (0, 1, 3):
            acknowledging.done(messages[number])
        assert len(alarm.calls) == 1
        alarm.ring()
    assert left(rabbit_vhost, 2) == [2, 4]


def test_without_the_alarm_nothing_is_acknowledged_until_half_of_what_may_come_is_done(
    rabbit_vhost: str, acknowledging: Acknowledging
) -> None:
    baked(rabbit_vhost, MOST + 1)
    with delivered(rabbit_vhost, MOST + 1, acknowledging) as messages:
        for message in messages[: MOST - 1]:
            acknowledging.done(message)
    assert left(rabbit_vhost, MOST + 1) == list(range(MOST + 1))
    with delivered(rabbit_vhost, MOST + 1, acknowledging) as messages:
        for message in messages[:MOST]:
            acknowledging.done(message)
    assert left(rabbit_vhost, 1) == [MOST]


def test_what_came_over_a_connection_that_is_gone_is_the_brokers_again(
    rabbit_vhost: str, alarm: Alarm, acknowledging: Acknowledging
) -> None:
    baked(rabbit_vhost, 2)
    with delivered(rabbit_vhost, 2, acknowledging) as before:
        acknowledging.done(before[0])
    with delivered(rabbit_vhost, 2, acknowledging) as after:
        alarm.ring()
        acknowledging.done(before[1])
        acknowledging.done(after[0])
        alarm.ring()
        kept = after[1].payload["loaf"]
    assert left(rabbit_vhost, 1) == [kept]


def test_what_was_rejected_is_not_acknowledged_as_well(
    rabbit_vhost: str, alarm: Alarm, acknowledging: Acknowledging
) -> None:
    baked(rabbit_vhost, 3)
    with delivered(rabbit_vhost, 3, acknowledging) as messages:
        messages[1].reject()
        acknowledging.given_back(messages[1])
        acknowledging.done(messages[2])
        alarm.ring()
    assert left(rabbit_vhost, 1) == [0]
