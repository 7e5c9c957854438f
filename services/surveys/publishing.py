"""What surveys says in public; by default nothing."""

from __future__ import annotations

from typing import Any

from services.surveys.domain import events
from shared.application.destruction import DestructionConfirmed
from shared.contracts import surveys as said
from shared.store.log import Recorded


def publish(event: Any, row: Recorded) -> Any | None:
    """The contract an event becomes."""
    match event:
        case events.RespondentInvited():
            return said.RespondentInvited(
                invitation_id=row.stream.removeprefix("invitation-"),
                campaign_id=event.campaign_id,
                beneficiary_id=event.beneficiary_id,
                request_id=event.request_id,
                stage_code=event.stage_code,
            )
        case DestructionConfirmed():
            return said.PersonalDataDestructionConfirmed(order_id=event.order_id, subject_id=event.subject_id)
    return None
