"""A history that was tampered with does not pass for whole, and says where it broke."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid5

import pytest

from gateways.audit.verifying import Proof, verify
from shared.application.case_links import CaseLinks, ContentLink, Link
from shared.application.case_steps import Step
from shared.store.log import event_id

TENANT = "kadi"
NINE = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)
KEPT = ContentLink(ref="c-1", sha256="aa", found="aa")
Told = tuple[list[Step], list[CaseLinks]]


def link(service: str, position: int, version: int, *contents: ContentLink, cause: UUID | None = None) -> Link:
    return Link(
        position=position,
        event_id=event_id(TENANT, service, position),
        stream=f"{service}-1",
        version=version,
        causation_id=cause,
        contents=contents,
    )


def step(service: str, one: Link) -> Step:
    return Step(
        service=service,
        position=one.position,
        event_id=one.event_id,
        stream=one.stream,
        version=one.version,
        type="Happened",
        title_en="Happened",
        title_ar="حدث",
        actor_kind="staff",
        actor_ref="staff-1",
        command=f"{service}.Do",
        command_id=uuid5(one.event_id, "command"),
        correlation_id=UUID(int=1),
        causation_id=one.causation_id,
        policy_version=None,
        clause=None,
        occurred_at=NINE,
        recorded_at=NINE,
        data="{}",
    )


def whole() -> Told:
    """Two services: intake's events at 3, 5 and 9 of its log lead to committee's 2, and a rule to intake's 9."""
    intake = (
        link("intake", 3, 1, KEPT),
        link("intake", 5, 2),
        link("intake", 9, 3, cause=event_id(TENANT, "governance", 4)),
    )
    committee = (link("committee", 2, 1, cause=event_id(TENANT, "intake", 5)),)
    steps = [step("intake", intake[0]), step("intake", intake[1]), step("committee", committee[0])]
    told = [
        CaseLinks(service="intake", head=12, links=intake),
        CaseLinks(service="committee", head=2, links=committee),
        CaseLinks(service="governance", head=4, links=()),
    ]
    return [*steps, step("intake", intake[2])], told


def without_link(told: Told, position: int) -> Told:
    steps, (intake, *others) = told
    kept = tuple(one for one in intake.links if one.position != position)
    return steps, [replace(intake, links=kept), *others]


def with_step(told: Told, no: int, **changes: object) -> Told:
    steps, links = told
    return [replace(one, **changes) if at == no else one for at, one in enumerate(steps, 1)], links  # type: ignore[arg-type]


def with_content(told: Told, found: str | None) -> Told:
    steps, (intake, *others) = told
    first = replace(intake.links[0], contents=(replace(KEPT, found=found),))
    return steps, [replace(intake, links=(first, *intake.links[1:])), *others]


def broken(told: Told) -> tuple[int | None, str | None]:
    proof = verify(TENANT, *told)
    return proof.broken_at, proof.fault


def test_a_whole_history_is_told_with_what_was_counted() -> None:
    assert verify(TENANT, *whole()) == Proof(events=4, streams=2, causes=2, contents=1, destroyed=0)


def test_another_associations_history_is_not_this_ones() -> None:
    assert verify("sidr", *whole()).fault == "id"


TAMPERED: dict[str, tuple[Callable[[Told], Told], tuple[int, str]]] = {
    "an event is taken out of the log": (lambda told: without_link(told, 5), (2, "stream")),
    "the first event is taken out of the log": (lambda told: without_link(told, 3), (1, "stream")),
    "a step is invented": (lambda told: ([*told[0], step("intake", link("intake", 11, 4))], told[1]), (5, "stream")),
    "a step is told twice": (lambda told: ([told[0][0], *told[0]], told[1]), (2, "order")),
    "two steps change places": (lambda told: ([told[0][1], told[0][0], *told[0][2:]], told[1]), (2, "order")),
    "a step is moved in its log": (lambda told: with_step(told, 2, position=6), (2, "id")),
    "a step is put into another stream": (lambda told: with_step(told, 2, stream="intake-2"), (2, "stream")),
    "a step is given another version": (lambda told: with_step(told, 2, version=3), (2, "stream")),
    "a cause is struck out": (lambda told: with_step(told, 3, causation_id=None), (3, "cause")),
    "content is exchanged in the vault": (lambda told: with_content(told, "bb"), (1, "content")),
    "content is missing from the vault": (lambda told: with_content(told, ""), (1, "content")),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_tampering_is_found_at_its_step(what: str) -> None:
    tamper, expected = TAMPERED[what]
    assert broken(tamper(whole())) == expected


def test_a_cause_nobody_recorded_is_found() -> None:
    steps, (intake, committee, governance) = whole()
    unknown = replace(committee.links[0], causation_id=event_id(TENANT, "intake", 12))
    told = [steps[0], steps[1], step("committee", unknown), steps[3]]
    assert broken((told, [intake, replace(committee, links=(unknown,)), governance])) == (3, "cause")


def test_a_rule_that_governance_does_not_have_is_no_cause() -> None:
    steps, (intake, committee, governance) = whole()
    assert broken((steps, [intake, committee, replace(governance, head=3)])) == (4, "cause")


def test_a_gap_behind_the_last_step_told_is_found_all_the_same() -> None:
    steps, (intake, *others) = whole()
    beyond = replace(intake, links=(*intake.links, link("intake", 12, 5)))
    assert broken((steps, [beyond, *others])) == (4, "stream")


def test_destroyed_content_keeps_its_place_and_breaks_nothing() -> None:
    proof = verify(TENANT, *with_content(whole(), None))
    assert (proof.contents, proof.destroyed, proof.broken_at) == (0, 1, None)
