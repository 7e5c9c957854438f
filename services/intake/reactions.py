"""What intake does when others have spoken; harmless when heard twice or late, since the request's stage decides."""

from __future__ import annotations

from typing import Any

from services.intake.domain.commands.reception import NoteLiaison
from services.intake.domain.commands.reply import AskInReview, MarkReplyUndelivered, ReceiveDecision
from services.intake.domain.commands.rights import NoteDestruction, NoteHold
from shared.application.rulebook import adopt
from shared.contracts import committee, complaints, governance, notifications, surveys
from shared.contracts.envelope import Envelope, type_of

CONFIRMING = (governance, committee, complaints, surveys, notifications)


def react(payload: Any, _envelope: Envelope) -> tuple[Any, ...]:
    """Our commands."""
    match payload:
        case committee.ReviewDecided():
            return (_decision(payload, corrected=False),)
        case committee.DecisionCorrected():
            return (_decision(payload, corrected=True),)
        case committee.FurtherInformationRequested(request_id=request_id, items=items):
            return (AskInReview(request_id=request_id, items=items),)
        case notifications.NotificationAbandoned(purpose="decision", request_id=str() as request_id):
            return (MarkReplyUndelivered(request_id=request_id, notification_id=payload.notification_id),)
        case governance.LiaisonOfficerAppointed() | governance.LiaisonOfficerAppointmentEnded():
            return (_liaison(payload),)
        case complaints.LegalHoldPlaced(subject_id=subject, hold_id=hold):
            return (NoteHold(subject_id=subject, hold_id=hold, stands=True),)
        case complaints.LegalHoldReleased(subject_id=subject, hold_id=hold):
            return (NoteHold(subject_id=subject, hold_id=hold, stands=False),)
    return _destruction(payload) or adopt(payload)


def _destruction(payload: Any) -> tuple[NoteDestruction, ...]:
    confirmations = [service.PersonalDataDestructionConfirmed for service in CONFIRMING]
    if type(payload) not in confirmations:
        return ()
    return (NoteDestruction(order_id=payload.order_id, service=type_of(payload).split(".")[0]),)


def _liaison(payload: governance.LiaisonOfficerAppointed | governance.LiaisonOfficerAppointmentEnded) -> NoteLiaison:
    appointed = isinstance(payload, governance.LiaisonOfficerAppointed)
    return NoteLiaison(category=payload.category, field=payload.field, staff_ref=payload.staff_ref, appointed=appointed)


def _decision(payload: committee.ReviewDecided | committee.DecisionCorrected, *, corrected: bool) -> ReceiveDecision:
    return ReceiveDecision(
        request_id=payload.request_id,
        review_id=payload.review_id,
        outcome="approved" if payload.outcome == "approved" else "rejected",
        decided_on=payload.decided_on,
        corrected=corrected,
    )
