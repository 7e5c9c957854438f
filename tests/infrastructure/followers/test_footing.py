"""Positions that are stored now and then: what is known at once, what survives, and what is left for the next time."""

from __future__ import annotations

import pytest
from eventsourcing.persistence import OperationalError, Tracking

from shared.followers import FollowerRunner, Wake, footing
from shared.followers.footing import Footing
from shared.store.log import Recorded
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.bus.bakery import bake
from tests.infrastructure.followers.test_runner import until


def test_the_first_is_stored_at_once_and_those_within_a_second_when_it_settles(log: SqliteLog) -> None:
    steps = Footing(log, "acting")
    for position in (3, 4, 5):
        steps.came_to("nakhla", position)
    assert (steps.position("nakhla"), log.position("nakhla", "acting")) == (5, 3)
    steps.settle(due_only=True)
    assert log.position("nakhla", "acting") == 3
    steps.settle()
    assert log.position("nakhla", "acting") == 5


def test_what_is_due_is_stored_without_being_asked(log: SqliteLog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(footing, "STORED_EVERY", 0.0)
    steps = Footing(log, "acting")
    for position in (1, 2):
        steps.came_to("nakhla", position)
        assert log.position("nakhla", "acting") == position


def test_a_position_of_another_process_that_is_further_stays(log: SqliteLog) -> None:
    steps = Footing(log, "acting")
    log.move("nakhla", Tracking("acting", 9))
    steps.came_to("nakhla", 4)
    steps.settle()
    assert log.position("nakhla", "acting") == 9


class Away(SqliteLog):
    """A log whose database is away for a while."""

    away = True

    def move(self, tenant: str, tracking: Tracking) -> None:
        if self.away:
            raise OperationalError("away")
        super().move(tenant, tracking)


def test_what_could_not_be_stored_is_stored_later(log: SqliteLog) -> None:
    log.__class__ = Away
    steps = Footing(log, "acting")
    with pytest.raises(OperationalError):
        steps.came_to("nakhla", 4)
    Away.away = False
    steps.settle()
    assert log.position("nakhla", "acting") == 4


class Acting:
    """A follower that keeps its position in such a way."""

    name = "acting"

    def __init__(self, log: SqliteLog) -> None:
        self.footing = Footing(log, self.name)
        self.seen: list[int] = []

    def position(self, tenant: str) -> int:
        return self.footing.position(tenant)

    def apply(self, tenant: str, page: tuple[Recorded, ...]) -> None:
        self.seen += [row.position for row in page]
        self.footing.came_to(tenant, page[-1].position)

    def settle(self, *, due_only: bool = False) -> None:
        self.footing.settle(due_only=due_only)


def test_a_runner_stores_them_when_nothing_is_left_to_do_and_when_it_stops(log: SqliteLog) -> None:
    wake, follower = Wake(), Acting(log)
    runner = FollowerRunner(log, [follower], wake, interval=0.01, page=1)
    runner.start()
    bake(log, "nakhla", 4)
    assert until(lambda: log.position("nakhla", "acting") == log.head("nakhla"))
    bake(log, "nakhla", 2, first=5)
    assert until(lambda: follower.seen[-1:] == [log.head("nakhla")])
    runner.stop()
    assert log.position("nakhla", "acting") == log.head("nakhla")


def test_what_a_crash_leaves_unstored_comes_again(log: SqliteLog) -> None:
    bake(log, "nakhla", 2)
    died = Acting(log)
    for row in log.read("nakhla", 0, 10):
        died.apply("nakhla", (row,))
    successor = Acting(log)
    runner = FollowerRunner(log, [successor], Wake(), interval=0.01)
    runner.start()
    assert until(lambda: successor.seen == [2])
    runner.stop()
