"""Personal words lie in the vault as long as an event names them, and are nowhere else."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated
from uuid import UUID, uuid4

import pytest

from shared.application.sealing import sealed_fields
from shared.domain.messages import message
from shared.domain.refusals import NotFound, Refused
from shared.domain.sealed import Sealed
from shared.vault.relational import RelationalVault
from shared.vault.sqlite import SQLiteDatabase
from tests.domain.scenario import TENANT, Scenario
from tests.infrastructure.application.orchard import Meanwhile, Pick, Plant, TreePlanted
from tests.infrastructure.application.test_handling import tell

WORDS = "لأمي"


def kept(orchard: Scenario) -> int:
    """How many contents are left once nothing is pending any more."""
    orchard.infrastructure.vault.sweep(timedelta(days=-1), lambda *_: False)
    return len(orchard.infrastructure.vault.references(TENANT, "gardener-1"))


def test_what_an_event_names_is_kept_and_can_be_opened(orchard: Scenario) -> None:
    (planted,) = orchard.when(Plant(tree_id="t", dedication=WORDS))
    assert isinstance(planted, TreePlanted)
    assert planted.dedication
    assert kept(orchard) == 1
    opened = orchard.infrastructure.vault.open(
        TENANT, planted.dedication, reader="staff-1", reason="test", case_id=None
    )
    assert opened.decode() == f'"{WORDS}"'


def test_no_event_holds_the_words(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="t", dedication=WORDS))
    assert not [row for row in orchard.rows() if WORDS.encode() in row.data]


def test_a_command_with_personal_words_costs_the_vault_one_transaction(orchard: Scenario) -> None:
    """Each is a flush to the disk: of the person's first command and of the next ones alike."""
    vault = orchard.infrastructure.vault
    assert isinstance(vault, RelationalVault)
    assert isinstance(vault._database, SQLiteDatabase)
    said: list[str] = []
    vault._database._connection.set_trace_callback(said.append)
    for tree_id in ("t", "u", "v"):
        tell(orchard, Plant(tree_id=tree_id, dedication=WORDS), uuid4())
    assert said.count("COMMIT") == 3


def test_what_no_event_names_is_not_kept(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="t"), Pick(tree_id="t", apples=1, thanks=WORDS))
    assert kept(orchard) == 0


def test_a_repetition_keeps_no_second_copy(orchard: Scenario) -> None:
    tell(orchard, Plant(tree_id="t", dedication=WORDS))
    tell(orchard, Plant(tree_id="t", dedication=WORDS))
    assert kept(orchard) == 1


def test_a_refusal_keeps_nothing(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="t", apples=1))
    assert orchard.refused(Pick(tree_id="t", apples=2, thanks=WORDS)) == "bare"
    assert orchard.infrastructure.vault.references(TENANT, "gardener-1") == []
    # Not even a key, which a destruction would count.
    assert orchard.infrastructure.vault.destroy(TENANT, "gardener-1", None).keys == 0


def test_who_is_not_the_first_to_make_a_persons_keys_seals_again_under_theirs(
    orchard: Scenario, meanwhile: Meanwhile
) -> None:
    orchard.given(Plant(tree_id="t"))
    other = Pick(tree_id="t", apples=1, thanks="ألف شكر")
    meanwhile.happens = lambda: tell(orchard, other, UUID(int=2)) and None
    assert not tell(orchard, Pick(tree_id="t", apples=1, thanks=WORDS)).repeated
    assert tell(orchard, Pick(tree_id="t", apples=1, thanks=WORDS)).repeated
    assert orchard.infrastructure.vault.destroy(TENANT, "gardener-1", None).keys == 2


def test_a_refusal_after_somebody_was_faster_keeps_nothing_pending(orchard: Scenario, meanwhile: Meanwhile) -> None:
    orchard.given(Plant(tree_id="t", apples=1))
    meanwhile.happens = lambda: tell(orchard, Pick(tree_id="t", apples=1), UUID(int=2)) and None
    with pytest.raises(Refused, match="bare"):
        tell(orchard, Pick(tree_id="t", apples=1, thanks=WORDS))
    assert orchard.infrastructure.vault.references(TENANT, "gardener-1") == []


def test_of_a_destroyed_person_nothing_new_is_taken_in(orchard: Scenario) -> None:
    orchard.infrastructure.vault.destroy(TENANT, "gardener-1", None)
    with pytest.raises(NotFound, match="subject_destroyed"):
        tell(orchard, Plant(tree_id="t", dedication=WORDS))
    assert not [event for event in orchard.facts() if isinstance(event, TreePlanted)]


@message
class Marked:
    subject: str
    plain: str
    inside: Annotated[str | None, Sealed(category="a", subject="subject")]
    beside: Annotated[str, Sealed(category="b", subject="subject")] | None
    each: tuple[Annotated[str, Sealed(category="c", subject="subject")], ...]


def test_a_mark_seals_its_field_wherever_in_the_type_it_stands() -> None:
    assert {name: mark.category for name, mark in sealed_fields(Marked).items()} == {
        "inside": "a",
        "beside": "b",
        "each": "c",
    }
