"""The runner: wakes on the signal, isolates a failing tenant, tells how far behind each follower is, stops in order."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from eventsourcing.persistence import Tracking

from shared.followers import FollowerRunner, Wake
from shared.store.log import Recorded
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.bus.bakery import LoafBaked, append, bake


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
    wake.appended("nakhla", log.head("nakhla"))
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


class Gathering(Counting):
    """One that is given the pages of several tenants at once; `rounds` lists whose."""

    def __init__(self, log: SqliteLog, spoils: Callable[[str], None] = lambda _tenant: None) -> None:
        super().__init__(log, spoils)
        self.rounds: list[list[str]] = []

    def apply_together(self, pages: Mapping[str, Sequence[Recorded]]) -> None:
        self.rounds.append(sorted(pages))
        for tenant in pages:
            self._spoils(tenant)
        for tenant, page in pages.items():
            self.apply(tenant, page)


def test_a_follower_that_wants_them_together_is_given_all_tenants_pages_at_once(log: SqliteLog) -> None:
    for tenant in ("basmat", "nakhla"):
        bake(log, tenant, 2)
    follower = Gathering(log)
    runner = FollowerRunner(log, [follower], Wake(), interval=0.01)
    runner.start()
    assert until(runner.caught_up)
    runner.stop()
    assert follower.rounds == [["basmat", "nakhla"]]


def test_what_fails_together_is_tried_alone_so_that_only_the_culprit_waits(log: SqliteLog) -> None:
    def spoils(tenant: str) -> None:
        if tenant == "basmat":
            raise OSError

    for tenant in ("basmat", "nakhla", "sidr"):
        bake(log, tenant, 2)
    follower = Gathering(log, spoils)
    runner = FollowerRunner(log, [follower], Wake(), interval=0.01)
    runner.start()
    assert until(lambda: follower.seen["nakhla"] == [1, 2] == follower.seen["sidr"])
    runner.stop()
    assert "basmat" not in follower.seen


def test_a_follower_that_rests_takes_what_has_gathered_at_once(log: SqliteLog) -> None:
    follower, wake = Counting(log), Wake()
    runner = FollowerRunner(log, [follower], wake, interval=60, rests={"counting": 2.0})
    bake(log, "nakhla", 1)
    runner.start()
    assert until(lambda: follower.seen["nakhla"] == [1])
    for number in range(2, 5):
        append(log, "nakhla", f"loaf-rye-{number}", LoafBaked(loaf="rye", number=number))
        wake.appended("nakhla", number)
    assert follower.seen["nakhla"] == [1], "it did not rest"
    assert until(lambda: follower.seen["nakhla"] == [1, 2, 3, 4])
    runner.stop()
