"""What a consumer remembers of its position: stored with each effect, else now and then, and never trusted too far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from eventsourcing.persistence import OperationalError

from shared.bus.consumer import following
from shared.bus.sources import LocalSources
from shared.contracts.envelope import Envelope
from shared.store.log import EventLog
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.bus.bakery import PUBLISHING, Kitchen, LoafOnOffer, bake
from tests.infrastructure.bus.test_consumer import contracts


def even(loaf: LoafOnOffer) -> bool:
    return loaf.number % 2 == 0


def stored(kitchen: Kitchen) -> int:
    position: int = kitchen.log.position("nakhla", following("bakery"))
    return position


def test_contracts_that_lead_to_nothing_write_nothing_until_the_position_is_settled(
    tmp_path: Path, bakery: SqliteLog
) -> None:
    kitchen = Kitchen(tmp_path, bakery, wants=lambda _loaf: False)
    bake(bakery, "nakhla", 5)
    for envelope in contracts(bakery):
        kitchen.consumer.receive(envelope)
    assert (stored(kitchen), kitchen.consumer.position("bakery", "nakhla")) == (0, contracts(bakery)[-1].sequence)
    kitchen.consumer.settle()
    assert stored(kitchen) == contracts(bakery)[-1].sequence


def test_only_what_leads_to_nothing_and_comes_in_its_turn_is_passed_over(tmp_path: Path, bakery: SqliteLog) -> None:
    bake(bakery, "nakhla", 6)
    first, second, third, *later = contracts(bakery)
    kitchen = Kitchen(tmp_path, bakery, wants=lambda loaf: loaf.number > 3)
    assert not kitchen.consumer.passes(second), "the first has not come"
    kitchen.consumer.receive(first)
    assert [kitchen.consumer.passes(each) for each in (first, second, third)] == [False, True, True]
    assert [kitchen.consumer.passes(each) for each in later] == [False] * len(later), "the next one leads to something"
    kitchen.consumer.settle()
    assert (kitchen.served("nakhla"), stored(kitchen)) == ([], third.sequence)
    kitchen.consumer.receive(later[-1])
    assert kitchen.served("nakhla") == [4, 5, 6]


def test_one_killed_before_its_position_was_settled_hears_again_what_leads_to_nothing(
    tmp_path: Path, bakery: SqliteLog
) -> None:
    bake(bakery, "nakhla", 8)
    *told, last = contracts(bakery)
    first = Kitchen(tmp_path, bakery, wants=even)
    for envelope in told:
        first.consumer.receive(envelope)
    assert stored(first) < last.prevsequence
    reborn = Kitchen(tmp_path, bakery, wants=even)
    reborn.consumer.receive(last)
    reborn.consumer.settle()
    assert (reborn.served("nakhla"), stored(reborn)) == ([2, 4, 6, 8], last.sequence)


def test_two_processes_that_take_turns_double_nothing_and_take_nothing_back(tmp_path: Path, bakery: SqliteLog) -> None:
    bake(bakery, "nakhla", 9)
    one, other = Kitchen(tmp_path, bakery, wants=even), Kitchen(tmp_path, bakery, wants=even)
    for number, envelope in enumerate(contracts(bakery)):
        (one if number // 3 % 2 else other).consumer.receive(envelope)
    for kitchen in (one, other):
        for envelope in contracts(bakery):
            kitchen.consumer.receive(envelope)
        kitchen.consumer.settle()
    assert (one.served("nakhla"), stored(one)) == ([2, 4, 6, 8], contracts(bakery)[-1].sequence)


def test_a_position_that_another_process_has_moved_further_stays_where_it_is(tmp_path: Path, bakery: SqliteLog) -> None:
    bake(bakery, "nakhla", 3)
    slow, fast = (Kitchen(tmp_path, bakery, wants=lambda _loaf: False) for _ in range(2))
    slow.consumer.receive(contracts(bakery)[0])
    fast.consumer.catch_up()
    fast.consumer.settle()
    slow.consumer.settle()
    assert stored(slow) == contracts(bakery)[-1].sequence


class Away:
    """A log whose database is away while it is said to be."""

    def __init__(self, log: EventLog) -> None:
        self._log, self.away = log, False

    def __getattr__(self, name: str) -> Any:
        if self.away:
            raise OperationalError("away")
        return getattr(self._log, name)


def test_catching_up_outlives_a_database_that_is_away(tmp_path: Path, bakery: SqliteLog) -> None:
    kitchen = Kitchen(tmp_path, bakery, lives_with=Away)
    bake(bakery, "nakhla", 3)
    kitchen.log.away = True
    assert not kitchen.consumer.catch_up()
    kitchen.log.away = False
    assert kitchen.consumer.catch_up()
    assert kitchen.served("nakhla") == [1, 2, 3]


class Watched:
    """The publisher's log as a source that notes what it was asked for."""

    def __init__(self, bakery: SqliteLog) -> None:
        self._local = LocalSources({"bakery": (bakery, PUBLISHING)})
        self.fetched: list[str] = []

    def heads(self, publisher: str) -> Mapping[str, int]:
        return self._local.heads(publisher)

    def fetch(self, publisher: str, tenant: str, after: int, upto: int | None) -> Sequence[Envelope]:
        self.fetched.append(tenant)
        return self._local.fetch(publisher, tenant, after, upto)


def test_a_round_asks_only_for_those_that_are_silent_and_behind(tmp_path: Path, bakery: SqliteLog) -> None:
    sources = Watched(bakery)
    kitchen = Kitchen(tmp_path, bakery, sources=sources)
    for tenant in ("basmat", "kadi", "nakhla"):
        bake(bakery, tenant, 3)
    for envelope in contracts(bakery, "kadi"):
        kitchen.consumer.receive(envelope)
    kitchen.consumer.receive(contracts(bakery)[0])
    assert kitchen.consumer.catch_up_with_the_silent()
    assert set(sources.fetched) == {"basmat"}
    # By the next round nothing more has come: now the loss of what followed is found.
    sources.fetched.clear()
    assert kitchen.consumer.catch_up_with_the_silent()
    assert set(sources.fetched) == {"kadi", "nakhla"}
    sources.fetched.clear()
    assert kitchen.consumer.catch_up_with_the_silent()
    assert (sources.fetched, kitchen.served("nakhla")) == ([], [1, 2, 3])


def test_what_leads_to_nothing_does_not_wait_for_whoever_is_catching_up(tmp_path: Path, bakery: SqliteLog) -> None:
    bake(bakery, "nakhla", 3)
    kitchen = Kitchen(tmp_path, bakery, wants=lambda _loaf: False)
    first, second, _ = contracts(bakery)
    kitchen.consumer.receive(first)
    turn = kitchen.consumer._turns["bakery", "nakhla"]
    with ThreadPoolExecutor(1) as other, turn:
        assert not other.submit(kitchen.consumer.passes, second).result(timeout=10)
    assert kitchen.consumer.passes(second)
