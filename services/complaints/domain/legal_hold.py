"""A legal hold: on what basis somebody's data may not be destroyed, until it is released."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from services.complaints.domain import refusals
from services.complaints.domain.commands import PlaceLegalHold, ReleaseLegalHold
from services.complaints.domain.events import LegalHoldPlaced, LegalHoldReleased

if TYPE_CHECKING:
    from shared.application.situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalHold:
    """complaint_id: the complaint it stands for, where there is one."""

    subject_id: str
    complaint_id: str | None
    released: bool = False


def evolve(hold: LegalHold | None, event: Any) -> LegalHold | None:
    """The hold after one more event."""
    match event:
        case LegalHoldPlaced(subject_id=subject, complaint_id=complaint):
            return LegalHold(subject_id=subject, complaint_id=complaint)
        case LegalHoldReleased() if hold:
            return replace(hold, released=True)
    return hold


def place(command: PlaceLegalHold, _state: None, situation: Situation) -> tuple[LegalHoldPlaced]:
    refusals.basis_reference_missing.unless(bool(command.reference.strip()))
    return (
        LegalHoldPlaced(
            hold_id=command.hold_id,
            subject_id=command.subject_id,
            basis=command.basis,
            reference=situation.refs["reference"],
            placed_on=situation.today,
            placed_by=situation.actor.ref,
            complaint_id=command.complaint_id,
        ),
    )


def release(command: ReleaseLegalHold, hold: LegalHold, situation: Situation) -> tuple[LegalHoldReleased]:
    refusals.hold_released_already.unless(not hold.released)
    return (
        LegalHoldReleased(
            hold_id=command.hold_id,
            subject_id=hold.subject_id,
            reason_code=command.reason_code,
            released_on=situation.today,
            released_by=situation.actor.ref,
            complaint_id=hold.complaint_id,
        ),
    )
