"""The runner: wakes on the signal, isolates a failing tenant, tells how far behind each follower is, stops in order."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence

from eventsourcing.persistence import Tracking

from shared.followers import FollowerRunner, Wake
from shared.store.log import Recorded
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.bus.bakery import bake


class Counting:
    """A follower that notes the positions it is given and remembers them in the log."""

    name = "counting"

    def __init__(self, log: SqliteLog, spoils: Callable[[str], None] = lambda _tenant: None) -> None:
        self._log, self._spoils = log, spoils
        self.seen: dict[str, list[int]] = defaultdict(list)

    def position(self, tenant: str) -> int:
        return self._log.position(tenant, self.name)

    def apply(self, tenant: str, page: Sequence[Recorded]) -> None:
        self._spoils(tenant)
        self.seen[tenant] += [row.position for row in page]
        self._log.move(tenant, Tracking(self.name, page[-1].position))


def until(holds: Callable[[], bool], seconds: float = 30.0) -> bool:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.005)
    return True


def test_a_signal_is_heard_long_before_the_next_poll(log: SqliteLog) -> None:
    wake, follower = Wake(), Counting(log)
    runner = FollowerRunner(log, [follower], wake, interval=60)
    runner.start()
    time.sleep(0.1)
    bake(log, "nakhla", 2)
    wake.set()
    assert until(lambda: follower.seen["nakhla"] == [1, 2])
    runner.stop()


def test_how_far_a_follower_is_behind_is_told_before_it_begins_while_it_fails_and_when_it_is_done(
    log: SqliteLog,
) -> None:
    broken = {"basmat"}

    def spoils(tenant: str) -> None:
        if tenant in broken:
            raise RuntimeError(tenant)

    bake(log, "basmat", 2)
    bake(log, "nakhla", 1)
    runner = FollowerRunner(log, [Counting(log, spoils)], Wake(), interval=0.01)
    assert runner.behind() == {"counting": {"basmat": 2, "nakhla": 1}}
    runner.start()
    assert until(lambda: runner.behind() == {"counting": {"basmat": 2, "nakhla": 0}})
    broken.clear()
    assert until(lambda: runner.behind() == {"counting": {"basmat": 0, "nakhla": 0}})
    runner.stop()


def test_a_tenant_that_fails_does_not_hold_up_the_others_and_recovers(log: SqliteLog) -> None:
    broken = {"basmat"}

    def spoils(tenant: str) -> None:
        if tenant in broken:
            raise OSError

    follower = Counting(log, spoils)
    runner = FollowerRunner(log, [follower], Wake(), interval=0.01)
    runner.start()
    for tenant in ("basmat", "nakhla"):
        bake(log, tenant, 2)
    assert until(lambda: follower.seen["nakhla"] == [1, 2])
    assert until(lambda: runner.lag() == {"counting": {"basmat": (0, 2), "nakhla": (2, 2)}})
    assert not runner.caught_up()
    broken.clear()
    assert until(runner.caught_up)
    assert follower.seen["basmat"] == [1, 2]
    runner.stop()


def test_after_a_refresh_a_forgotten_follower_begins_again(log: SqliteLog) -> None:
    follower = Counting(log)
    runner = FollowerRunner(log, [follower], Wake(), interval=0.01)
    runner.start()
    bake(log, "nakhla", 2)
    assert until(runner.caught_up)
    log.forget("nakhla", "counting")
    runner.refresh()
    assert until(lambda: follower.seen["nakhla"] == [1, 2, 1, 2])
    runner.stop()


def test_stopping_lets_the_page_in_hand_finish(log: SqliteLog) -> None:
    entered, leave = threading.Event(), threading.Event()

    def spoils(_tenant: str) -> None:
        entered.set()
        leave.wait(5)

    follower = Counting(log, spoils)
    runner = FollowerRunner(log, [follower], Wake(), interval=0.01)
    runner.start()
    bake(log, "nakhla", 1)
    entered.wait(5)
    threading.Timer(0.2, leave.set).start()
    runner.stop()
    assert log.position("nakhla", "counting") == 1


def test_a_new_runner_continues_where_the_last_one_stopped(log: SqliteLog) -> None:
    for first in (1, 3):
        bake(log, "nakhla", 2, first=first)
        follower = Counting(log)
        runner = FollowerRunner(log, [follower], Wake(), interval=0.01)
        runner.start()
        assert until(runner.caught_up)
        runner.stop()
    assert follower.seen["nakhla"] == [3, 4, 5]
