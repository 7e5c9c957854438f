"""What surveys does when a case reaches a stage; whether feedback is asked there is decided by the command."""

from __future__ import annotations

from typing import Any

from services.surveys.domain.commands import InviteRespondent
from shared.application import destruction
from shared.application.rulebook import adopt
from shared.contracts import intake as said
from shared.contracts.envelope import Envelope


def react(payload: Any, _envelope: Envelope) -> tuple[Any, ...]:
    """The commands a contract leads to."""
    match payload:
        case said.ReceptionEnded():
            return after_reception(payload)
        case said.SupportRequestSubmitted():
            return at("request_submission", payload)
        case said.DecisionCommunicated():
            return at("committee_decision", payload)
        case said.PlanStageReached():
            return at(payload.stage_code, payload)
        case said.ServiceDelivered():
            return at("service_delivery", payload)
        case said.PersonalDataDestructionOrdered():
            return destruction.answer(payload)
    return adopt(payload)


def at(stage_code: str, told: Any) -> tuple[InviteRespondent, ...]:
    """A stage of a request."""
    return (
        InviteRespondent(
            case_id=told.request_id,
            stage_code=stage_code,
            beneficiary_id=told.beneficiary_id,
            request_id=told.request_id,
        ),
    )


def after_reception(told: said.ReceptionEnded) -> tuple[InviteRespondent, ...]:
    """A visit may have led to no request, and a visitor may have stayed unknown: then there is nobody to invite."""
    if told.beneficiary_id is None:
        return ()
    return (
        InviteRespondent(
            case_id=told.request_id or told.reception_id,
            stage_code="reception",
            beneficiary_id=told.beneficiary_id,
            request_id=told.request_id,
        ),
    )
