"""A command is carried out once, whoever repeats it and whatever happens in between."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import msgspec.structs
import pytest
from eventsourcing.persistence import Tracking

from shared.application.application import ATTEMPTS, Asked
from shared.domain.actor import Actor
from shared.domain.refusals import Conflict, Forbidden, NotFound, Refused
from shared.store.log import Receipt
from tests.domain.scenario import TENANT, Scenario
from tests.infrastructure.application.orchard import ApplesPicked, Meanwhile, Pick, PickingRefused, PickUnripe, Plant

GARDENER = Actor(tenant=TENANT, kind="staff", ref="staff-1", roles=frozenset({"gardener"}))
ONE = UUID(int=1)


def tell(orchard: Scenario, command: object, id_: UUID = ONE, tracking: Tracking | None = None) -> Receipt:
    asked = Asked(command=command, actor=GARDENER, command_id=id_, correlation_id=id_, tracking=tracking)
    return orchard.application.handle(asked)


def apples(orchard: Scenario) -> list[int]:
    return [event.apples for event in orchard.facts() if isinstance(event, ApplesPicked)]


def test_a_repeated_command_gives_the_first_answer_and_changes_nothing(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="t"))
    first = tell(orchard, Pick(tree_id="t", apples=3))
    assert tell(orchard, Pick(tree_id="t", apples=3)) == msgspec.structs.replace(first, repeated=True)
    assert apples(orchard) == [3]


def test_a_repetition_is_not_refused_by_the_state_its_first_telling_has_left(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="t", apples=3))
    first = tell(orchard, Pick(tree_id="t", apples=3))
    assert tell(orchard, Pick(tree_id="t", apples=3)) == msgspec.structs.replace(first, repeated=True)


def test_an_id_belongs_to_one_command(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="t"))
    tell(orchard, Pick(tree_id="t", apples=3))
    for other in (Pick(tree_id="t", apples=4), Pick(tree_id="t", apples=3, thanks="شكرًا"), Plant(tree_id="u")):
        with pytest.raises(Conflict, match="command_id_reused"):
            tell(orchard, other)
    assert apples(orchard) == [3]


def test_personal_words_tell_commands_apart_too(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="t"))
    tell(orchard, Pick(tree_id="t", apples=1, thanks="شكرًا"))
    assert tell(orchard, Pick(tree_id="t", apples=1, thanks="شكرًا")).repeated
    with pytest.raises(Conflict, match="command_id_reused"):
        tell(orchard, Pick(tree_id="t", apples=1, thanks="ألف شكر"))


def test_what_was_refused_without_record_is_decided_anew(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="t", apples=1))
    with pytest.raises(Refused, match="bare"):
        tell(orchard, Pick(tree_id="t", apples=2))
    assert orchard.infrastructure.log.receipt(TENANT, ONE) is None


def test_a_refusal_on_record_is_stored_once_and_repeated_word_for_word(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="t"))
    said = []
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            tell(orchard, PickUnripe(tree_id="t"))
        said.append((refused.value.code, refused.value.en, refused.value.ar))
    assert said == [("unripe", "Not before autumn.", "ليس قبل الخريف.")] * 2
    assert [type(event) for event in orchard.facts()].count(PickingRefused) == 1


def test_a_position_moves_with_success_and_stays_where_the_refusal_is_for_the_consumer(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="t"))
    tell(orchard, Pick(tree_id="t", apples=1), uuid4(), Tracking("contracts:field", 4))
    with pytest.raises(Refused):
        tell(orchard, PickUnripe(tree_id="t"), uuid4(), Tracking("contracts:field", 5))
    assert orchard.infrastructure.log.position(TENANT, "contracts:field") == 4


def test_nobody_without_the_role_gets_anywhere(orchard: Scenario) -> None:
    visitor = replace(GARDENER, roles=frozenset({"visitor"}))
    with pytest.raises(Forbidden, match="not_permitted"):
        orchard.application.handle(Asked(command=Plant(tree_id="t"), actor=visitor, command_id=ONE, correlation_id=ONE))


def test_another_tenants_trees_do_not_exist(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="t"))
    stranger = replace(GARDENER, tenant="elsewhere")
    with pytest.raises(NotFound, match="no_such_tree"):
        orchard.application.handle(
            Asked(command=Pick(tree_id="t", apples=1), actor=stranger, command_id=ONE, correlation_id=ONE)
        )


def test_whoever_comes_second_decides_again_on_what_the_first_has_left(orchard: Scenario, meanwhile: Meanwhile) -> None:
    orchard.given(Plant(tree_id="t", apples=3))
    meanwhile.happens = lambda: tell(orchard, Pick(tree_id="t", apples=2), UUID(int=2)) and None
    with pytest.raises(Refused) as refused:
        tell(orchard, Pick(tree_id="t", apples=2))
    assert refused.value.en == "There are only 1 left."
    assert apples(orchard) == [2]


def test_the_same_command_at_the_same_time_is_carried_out_once(orchard: Scenario, meanwhile: Meanwhile) -> None:
    orchard.given(Plant(tree_id="t"))
    meanwhile.happens = lambda: tell(orchard, Pick(tree_id="t", apples=2)) and None
    assert tell(orchard, Pick(tree_id="t", apples=2)).repeated
    assert apples(orchard) == [2]


def test_who_is_overtaken_every_time_is_told_to_try_again(orchard: Scenario, meanwhile: Meanwhile) -> None:
    orchard.given(Plant(tree_id="t", apples=1000))

    def overtake() -> None:
        tell(orchard, Pick(tree_id="t", apples=1), uuid4())
        meanwhile.happens = overtake

    meanwhile.happens = overtake
    with pytest.raises(Conflict, match="too_busy"):
        tell(orchard, Pick(tree_id="t", apples=500, thanks="شكرًا"))
    assert apples(orchard) == [1] * (ATTEMPTS + 1)
    assert orchard.infrastructure.vault.references(TENANT, "gardener-1") == []


def test_what_has_no_form_to_be_kept_in_is_refused_before_anything_is_read(orchard: Scenario) -> None:
    with pytest.raises(Refused, match="unnumbered"):
        tell(orchard, Pick(tree_id="nowhere", apples=-1))
