"""What intake does when others have spoken; harmless when heard twice or late, since the request's stage decides."""

from __future__ import annotations

from typing import Any

from services.intake.domain.commands.reply import AskInReview, MarkReplyUndelivered, ReceiveDecision
from services.intake.domain.commands.rights import NoteDestruction
from shared.application.rulebook import adopt
from shared.contracts import committee, notifications
from shared.contracts.envelope import Envelope


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
        case committee.PersonalDataDestructionConfirmed(order_id=order_id):
            return (NoteDestruction(order_id=order_id, service="committee"),)
    return adopt(payload)


def _decision(payload: committee.ReviewDecided | committee.DecisionCorrected, *, corrected: bool) -> ReceiveDecision:
    return ReceiveDecision(
        request_id=payload.request_id,
        review_id=payload.review_id,
        outcome="approved" if payload.outcome == "approved" else "rejected",
        decided_on=payload.decided_on,
        corrected=corrected,
    )
