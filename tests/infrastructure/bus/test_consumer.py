"""The consumer: each contract once and in order, gaps healed, failures set aside per case and dealt with later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import permutations
from pathlib import Path

import pytest

from shared.bus.publishing import published_range
from shared.bus.sources import Unreachable
from shared.contracts.envelope import Envelope
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.bus.bakery import (
    PUBLISHING,
    Killed,
    Kitchen,
    LoafBaked,
    MortalLog,
    ServeLoaf,
    append,
    bake,
    burnt,
)


def contracts(bakery: SqliteLog, tenant: str = "nakhla") -> list[Envelope]:
    return published_range(bakery, PUBLISHING, tenant, after=0)


@pytest.fixture
def kitchen(tmp_path: Path, bakery: SqliteLog) -> Kitchen:
    return Kitchen(tmp_path, bakery)


def test_each_contract_names_the_published_one_before_it(bakery: SqliteLog) -> None:
    bake(bakery, "nakhla", 7)
    told = contracts(bakery)
    assert [one.prevsequence for one in told] == [0, *(one.sequence for one in told[:-1])]
    assert [one.sequence for one in told] == [1, 2, 3, 5, 6, 7, 9]


def test_any_part_of_what_was_published_is_recomputed_the_same(bakery: SqliteLog) -> None:
    bake(bakery, "nakhla", 20)
    told = contracts(bakery)
    for after in range(bakery.head("nakhla") + 1):
        expected = [one for one in told if after < one.sequence <= 15][:4]
        assert published_range(bakery, PUBLISHING, "nakhla", after=after, upto=15, limit=4) == expected


def test_a_contract_delivered_twice_has_one_effect(kitchen: Kitchen, bakery: SqliteLog) -> None:
    bake(bakery, "nakhla", 3)
    for envelope in [*contracts(bakery), *contracts(bakery)]:
        kitchen.consumer.receive(envelope)
        kitchen.consumer.receive(envelope)
    assert kitchen.served("nakhla") == [1, 2, 3]


def test_in_whatever_order_contracts_come_they_are_applied_in_order(tmp_path: Path, bakery: SqliteLog) -> None:
    bake(bakery, "nakhla", 4)
    for number, order in enumerate(permutations(contracts(bakery))):
        folder = tmp_path / str(number)
        folder.mkdir()
        kitchen = Kitchen(folder, bakery)
        for envelope in order:
            kitchen.consumer.receive(envelope)
        assert kitchen.served("nakhla") == [1, 2, 3, 4]


def test_the_last_contracts_are_fetched_when_their_messages_were_lost(kitchen: Kitchen, bakery: SqliteLog) -> None:
    bake(bakery, "nakhla", 5)
    bake(bakery, "sidr", 2)
    kitchen.consumer.receive(contracts(bakery)[0])
    assert kitchen.consumer.catch_up()
    assert (kitchen.served("nakhla"), kitchen.served("sidr")) == ([1, 2, 3, 4, 5], [1, 2])


class Nobody:
    """A publisher that is away."""

    def heads(self, publisher: str) -> Mapping[str, int]:
        raise Unreachable

    def fetch(self, publisher: str, tenant: str, after: int, upto: int | None) -> Sequence[Envelope]:
        raise Unreachable


def test_a_gap_is_not_stepped_over_while_the_publisher_is_away(tmp_path: Path, bakery: SqliteLog) -> None:
    kitchen = Kitchen(tmp_path, bakery, sources=Nobody())
    bake(bakery, "nakhla", 3)
    first, second, third = contracts(bakery)
    kitchen.consumer.receive(first)
    with pytest.raises(Unreachable):
        kitchen.consumer.receive(third)
    assert not kitchen.consumer.catch_up()
    kitchen.consumer.receive(second)
    kitchen.consumer.receive(third)
    assert kitchen.served("nakhla") == [1, 2, 3]


def test_effect_position_and_cause_are_stored_together(tmp_path: Path, bakery: SqliteLog) -> None:
    kitchen = Kitchen(tmp_path, bakery, lives_with=lambda log: MortalLog(log, 1, after=True))
    bake(bakery, "nakhla", 1)
    (envelope,) = contracts(bakery)
    with pytest.raises(Killed):
        kitchen.consumer.receive(envelope)
    (row,) = kitchen.log.read("nakhla", 0, 10)
    assert (row.causation_id, row.correlation_id) == (envelope.id, envelope.correlation_id)
    assert kitchen.consumer.position("bakery", "nakhla") == envelope.sequence


def test_a_passing_failure_is_tried_again(kitchen: Kitchen, bakery: SqliteLog) -> None:
    failures = iter([OSError(), OSError()])

    def spoils(_command: ServeLoaf) -> None:
        for error in failures:
            raise error

    kitchen.spoils = spoils
    bake(bakery, "nakhla", 1)
    kitchen.consumer.catch_up()
    assert kitchen.served("nakhla") == [1]
    assert kitchen.parking.parked() == []


def spoil_seven(command: ServeLoaf) -> None:
    burnt.unless(command.number != 7)


def spoil_all(_command: ServeLoaf) -> None:
    raise burnt.refused()


def test_a_refused_contract_waits_with_its_case_while_other_cases_flow(kitchen: Kitchen, bakery: SqliteLog) -> None:
    kitchen.spoils = spoil_seven
    bake(bakery, "nakhla", 2, first=6)
    append(bakery, "nakhla", "loaf-again-7", LoafBaked(loaf="rye", number=70), case="rye-7")
    bake(bakery, "nakhla", 1, first=8)
    kitchen.consumer.catch_up()
    assert kitchen.served("nakhla") == [6, 8]
    parked = kitchen.parking.parked("nakhla")
    assert [(one.case_key, one.reason, one.attempts) for one in parked] == [
        ("rye-7", "burnt", 1),
        ("rye-7", "waits_behind", 0),
    ]
    assert kitchen.facts("nakhla") == ["LoafServed", "ContractParked", "ContractParked", "LoafServed"]


def test_a_contract_applied_before_its_case_had_to_wait_is_not_parked_when_it_comes_again(
    kitchen: Kitchen, bakery: SqliteLog
) -> None:
    bake(bakery, "nakhla", 1, first=7)
    kitchen.consumer.catch_up()
    kitchen.spoils = spoil_all
    append(bakery, "nakhla", "loaf-again-7", LoafBaked(loaf="rye", number=70), case="rye-7")
    kitchen.consumer.catch_up()
    kitchen.consumer.receive(contracts(bakery)[0])
    assert [one.reason for one in kitchen.parking.parked()] == ["burnt"]


def test_a_contract_that_fails_for_no_stated_reason_is_parked_by_the_kind_of_its_error(
    kitchen: Kitchen, bakery: SqliteLog
) -> None:
    def spoils(_command: ServeLoaf) -> None:
        raise ZeroDivisionError("Fatimah, 0501234567")

    kitchen.spoils = spoils
    bake(bakery, "nakhla", 1)
    kitchen.consumer.catch_up()
    assert [(one.reason, one.attempts) for one in kitchen.parking.parked()] == [("ZeroDivisionError", 3)]
    assert b"Fatimah" not in b"".join(row.data for row in kitchen.log.read("nakhla", 0, 10))


def test_replay_applies_what_waited_in_order_and_the_case_flows_again(kitchen: Kitchen, bakery: SqliteLog) -> None:
    kitchen.spoils = spoil_seven
    bake(bakery, "nakhla", 1, first=7)
    append(bakery, "nakhla", "loaf-again-7", LoafBaked(loaf="rye", number=70), case="rye-7")
    kitchen.consumer.catch_up()
    assert kitchen.parking.replay("nakhla", "rye-7").waits == "burnt"
    assert kitchen.parking.parked()[0].attempts == 2
    kitchen.spoils = lambda _command: None
    assert kitchen.parking.replay("nakhla", "rye-7").applied == 2
    assert kitchen.parking.replay("nakhla", "rye-7").applied == 0
    append(bakery, "nakhla", "loaf-third-7", LoafBaked(loaf="rye", number=71), case="rye-7")
    kitchen.consumer.catch_up()
    assert kitchen.served("nakhla") == [7, 70, 71]
    assert kitchen.facts("nakhla").count("ContractReplayed") == 2


def test_a_replay_killed_before_the_contract_leaves_the_table_is_on_record_once(
    tmp_path: Path, bakery: SqliteLog
) -> None:
    bake(bakery, "nakhla", 1, first=7)
    Kitchen(tmp_path, bakery, spoil_seven).consumer.catch_up()
    with pytest.raises(Killed):
        Kitchen(tmp_path, bakery, lives_with=lambda log: MortalLog(log, 2, after=True)).parking.replay(
            "nakhla", "rye-7"
        )
    kitchen = Kitchen(tmp_path, bakery)
    assert kitchen.parking.replay("nakhla", "rye-7").applied == 1
    assert kitchen.facts("nakhla") == ["ContractParked", "LoafServed", "ContractReplayed"]


def test_a_discarded_contract_is_on_record_and_frees_those_behind_it(kitchen: Kitchen, bakery: SqliteLog) -> None:
    kitchen.spoils = spoil_seven
    bake(bakery, "nakhla", 1, first=7)
    append(bakery, "nakhla", "loaf-again-7", LoafBaked(loaf="rye", number=70), case="rye-7")
    kitchen.consumer.catch_up()
    sequence = kitchen.parking.parked()[0].envelope.sequence
    assert kitchen.parking.discard("nakhla", "rye-7", sequence, "operator-1")
    assert not kitchen.parking.discard("nakhla", "rye-7", sequence, "operator-1")
    assert kitchen.parking.replay("nakhla", "rye-7").applied == 1
    assert kitchen.served("nakhla") == [70]
    discarded = [row for row in kitchen.log.read("nakhla", 0, 10) if row.type == "ContractDiscarded"]
    assert [(row.actor_kind, row.actor_ref, row.case_id) for row in discarded] == [("operator", "operator-1", "rye-7")]


@pytest.mark.parametrize("after", [False, True], ids=["before commit", "after commit"])
@pytest.mark.parametrize("writes", range(1, 7))
def test_killed_at_any_write_nothing_is_lost_and_nothing_doubled(
    tmp_path: Path, bakery: SqliteLog, writes: int, after: bool
) -> None:
    bake(bakery, "nakhla", 2, first=6)
    append(bakery, "nakhla", "loaf-again-7", LoafBaked(loaf="rye", number=70), case="rye-7")
    bake(bakery, "nakhla", 2, first=8)
    mortal = Kitchen(tmp_path, bakery, spoil_seven, lives_with=lambda log: MortalLog(log, writes, after=after))
    with suppress(Killed):
        mortal.consumer.catch_up()
    reborn = Kitchen(tmp_path, bakery, spoil_seven)
    for envelope in contracts(bakery):
        reborn.consumer.receive(envelope)
    assert reborn.served("nakhla") == [6, 8, 9]
    assert reborn.facts("nakhla").count("ContractParked") == 2
    reborn.spoils = lambda _command: None
    assert reborn.parking.replay("nakhla", "rye-7").applied == 2
    assert reborn.served("nakhla") == [6, 8, 9, 7, 70]
