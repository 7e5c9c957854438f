"""What complaints says in public; by default nothing."""

from __future__ import annotations

from typing import Any

from services.complaints.domain import events
from shared.application.destruction import DestructionConfirmed
from shared.contracts import complaints as said
from shared.store.log import Recorded


def publish(event: Any, row: Recorded) -> Any | None:
    """The contract an event becomes."""
    id_ = row.stream.removeprefix("complaint-")
    match event:
        case events.ComplaintReceived():
            return said.ComplaintReceived(
                complaint_id=id_,
                number=event.number,
                type=event.type,
                channel=event.channel,
                request_id=event.request_id,
                complainant_id=event.complainant_id,
                received_on=event.received_on,
            )
        case events.ComplaintAcknowledged():
            return said.ComplaintAcknowledged(
                complaint_id=id_,
                number=event.number,
                type=event.type,
                channel=event.channel,
                request_id=event.request_id,
                complainant_id=event.complainant_id,
                acknowledged_on=event.acknowledged_on,
            )
        case events.LegalHoldPlaced(hold_id=hold, subject_id=subject, complaint_id=complaint):
            return said.LegalHoldPlaced(hold_id=hold, subject_id=subject, complaint_id=complaint)
        case events.LegalHoldReleased(hold_id=hold, subject_id=subject, complaint_id=complaint):
            return said.LegalHoldReleased(hold_id=hold, subject_id=subject, complaint_id=complaint)
        case DestructionConfirmed():
            return said.PersonalDataDestructionConfirmed(order_id=event.order_id, subject_id=event.subject_id)
    return None
