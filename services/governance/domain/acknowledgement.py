"""An acknowledgement: a seat asked to sign that it knows a version of the policy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal
from uuid import UUID, uuid5

from services.governance.domain.association import Association, is_excepted
from services.governance.domain.commands.acknowledgement import DeclineAcknowledgement, SignAcknowledgement
from services.governance.domain.commands.policy import CirculatePolicy
from services.governance.domain.contract import opened
from services.governance.domain.events import acknowledgement as events
from services.governance.domain.events.policy import PolicyCirculated
from services.governance.domain.policy import Situation
from services.governance.domain.policy_file import seats
from services.governance.domain.policy_version import Policy, Version, stage_is
from services.governance.domain.refusals import people as refusals

NAMESPACE = UUID("5a6e6164-0000-5000-8000-000000000002")


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """stage `none` before anything happened."""

    stage: Literal["none", "requested", "signed", "declined", "lapsed"] = "none"
    asked: events.AcknowledgementRequested | None = None


def evolve(state: Acknowledgement, event: Any) -> Acknowledgement:
    match event:
        case events.AcknowledgementRequested():
            return Acknowledgement(stage="requested", asked=event)
        case events.AcknowledgementSigned():
            return replace(state, stage="signed")
        case events.AcknowledgementDeclined():
            return replace(state, stage="declined")
        case events.AcknowledgementLapsed():
            return replace(state, stage="lapsed")
    return state


def id_of(tenant: str, policy_id: str, version: int, seat_id: str) -> str:
    """One per seat and version, so that asking twice is asking once."""
    return str(uuid5(NAMESPACE, f"{tenant}/{policy_id}/{version}/{seat_id}"))


def circulate(
    command: CirculatePolicy, policy: Policy, situation: Situation, asked: tuple[str, ...]
) -> tuple[PolicyCirculated, ...]:
    stage_is(policy.version(command.version), "in_force")
    return (
        PolicyCirculated(
            policy_id=command.policy_id,
            version=command.version,
            deliveries=command.deliveries,
            circulated_on=situation.today,
            count=len(command.deliveries),
            acknowledgement_ids=asked,
        ),
    )


def seats_to_ask(version: Version, association: Association) -> tuple[str, ...]:
    """Every seat the form lists or somebody holds, where the policy asks for signatures; never an excepted one."""
    document = opened(version.document)
    if not document.at("acknowledgement", "required").flag_or(False):
        return ()
    known = dict.fromkeys((*(seat.seat_id for seat in seats(document)), *association.seats))
    return tuple(seat for seat in known if not _is_excepted(seat, association))


def _is_excepted(seat_id: str, association: Association) -> bool:
    holder = association.seats.get(seat_id)
    return holder is not None and is_excepted(holder, association)


def requests(
    seat_ids: tuple[str, ...], policy: Policy, number: int, association: Association, tenant: str, due_on: date | None
) -> Iterator[events.AcknowledgementRequested]:
    """One request for each seat."""
    version = policy.version(number)
    titles = {seat.seat_id: seat.job_title for seat in seats(opened(version.document))}
    for seat_id in seat_ids:
        holder = association.seats.get(seat_id)
        yield events.AcknowledgementRequested(
            acknowledgement_id=id_of(tenant, policy.policy_id, number, seat_id),
            policy_id=policy.policy_id,
            version=number,
            document_sha256=version.document_sha256,
            seat_id=seat_id,
            job_title=titles.get(seat_id),
            staff_ref=holder.staff_ref if holder else None,
            due_on=due_on,
        )


def sign(
    command: SignAcknowledgement, state: Acknowledgement, association: Association, situation: Situation
) -> tuple[events.AcknowledgementSigned, ...]:
    asked = _open(state)
    title = _holds_the_seat(asked, command.staff_ref, association)
    on_paper = command.method == "paper" and "governance_officer" in situation.actor.roles
    refusals.not_your_seat.unless(on_paper or situation.actor.ref == command.staff_ref)
    refusals.other_text_shown.unless(command.document_sha256 == asked.document_sha256)
    return (
        events.AcknowledgementSigned(
            acknowledgement_id=asked.acknowledgement_id,
            seat_id=asked.seat_id,
            staff_ref=command.staff_ref,
            job_title_code=title,
            version=asked.version,
            document_sha256=asked.document_sha256,
            method=command.method,
            paper_location=command.paper_location,
            signed_on=situation.today,
        ),
    )


def decline(
    command: DeclineAcknowledgement, state: Acknowledgement, association: Association, situation: Situation
) -> tuple[events.AcknowledgementDeclined, ...]:
    asked = _open(state)
    refusals.acknowledgement_settled.unless(state.stage == "requested", stage=state.stage)
    _holds_the_seat(asked, command.staff_ref, association)
    recorded = "governance_officer" in situation.actor.roles
    refusals.not_your_seat.unless(recorded or situation.actor.ref == command.staff_ref)
    return (
        events.AcknowledgementDeclined(
            acknowledgement_id=asked.acknowledgement_id,
            seat_id=asked.seat_id,
            staff_ref=command.staff_ref,
            reason_code=command.reason_code,
        ),
    )


def lapse(state: Acknowledgement, cause: str) -> tuple[events.AcknowledgementLapsed, ...]:
    """Nothing to lapse where nobody was asked, or it has lapsed already."""
    if state.asked is None or state.stage == "lapsed":
        return ()
    asked = state.asked
    return (
        events.AcknowledgementLapsed(acknowledgement_id=asked.acknowledgement_id, seat_id=asked.seat_id, cause=cause),
    )


def _open(state: Acknowledgement) -> events.AcknowledgementRequested:
    refusals.acknowledgement_settled.unless(state.stage in ("requested", "declined"), stage=state.stage)
    assert state.asked is not None
    return state.asked


def _holds_the_seat(asked: events.AcknowledgementRequested, staff_ref: str, association: Association) -> str:
    seat = association.seats.get(asked.seat_id)
    if seat is None or seat.staff_ref != staff_ref:
        raise refusals.not_your_seat.refused()
    return seat.job_title_code
