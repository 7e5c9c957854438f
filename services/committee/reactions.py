"""What committee does about others' contracts; harmless when they come twice or late."""

from __future__ import annotations

from typing import Any

from services.committee.domain import commands as asked
from services.committee.domain.body import STUDYING
from shared.application.rulebook import adopt
from shared.contracts import governance
from shared.contracts import intake as said
from shared.contracts.envelope import Envelope


def react(payload: Any, _envelope: Envelope) -> tuple[Any, ...]:
    """The commands a contract leads to."""
    match payload:
        case said.SupportRequestReferred():
            return (_open(payload),)
        case said.InformationSupplied(request_id=request, items=items):
            return (asked.ReceiveFurtherInformation(request_id=request, items=items),)
        case said.ResponseWindowRecalculated(request_id=request, after=day):
            return (asked.MoveDueDate(request_id=request, due_by=day),)
        case said.SupportRequestWithdrawn(request_id=request):
            return (asked.CancelReview(request_id=request, cause="withdrawn"),)
        case said.PersonalDataDestructionOrdered(order_id=order, subject_id=subject):
            return (asked.ConfirmDestruction(order_id=order, subject_id=subject),)
        case governance.RoleAssigned(staff_ref=who, role=role, unit_code=unit) if role in STUDYING:
            return (asked.AdmitMember(member_ref=who, role=role, unit_code=unit),)
        case governance.RoleRevoked(staff_ref=who, role=role, unit_code=unit) if role in STUDYING:
            return (asked.ReleaseMember(member_ref=who, role=role, unit_code=unit),)
    return adopt(payload)


def _open(referred: said.SupportRequestReferred) -> asked.OpenReview:
    return asked.OpenReview(
        review_id=referred.dossier_id,
        request_id=referred.request_id,
        number=referred.number,
        beneficiary_id=referred.beneficiary_id,
        body_kind=referred.body_kind,
        body_code=referred.body_code,
        due_by=referred.due_by,
        policy_version=referred.policy_version,
        handled_by=referred.handled_by,
    )
