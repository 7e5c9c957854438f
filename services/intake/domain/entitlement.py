"""An entitlement: something owed to a beneficiary on a day, and performed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.commands.case_file import GrantEntitlement, PerformEntitlement
from services.intake.domain.events.case_file import EntitlementGranted, EntitlementPerformed
from services.intake.domain.policy import Situation
from services.intake.domain.refusals import common
from services.intake.domain.refusals import reply as refusals
from services.intake.domain.support_request import SupportRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Entitlement:
    """What is owed, and when."""

    request_id: str
    due_on: date
    policy_version: str
    performed_on: date | None = None


def evolve(state: Entitlement | None, event: Any) -> Entitlement | None:
    """The entitlement after one more event."""
    match event:
        case EntitlementGranted(request_id=request_id, due_on=due_on, policy_version=version):
            return Entitlement(request_id=request_id, due_on=due_on, policy_version=version)
        case EntitlementPerformed(performed_on=day):
            return state and replace(state, performed_on=day)
    return state


def grant(
    command: GrantEntitlement, request: SupportRequest, _beneficiary: Beneficiary, _situation: Situation
) -> tuple[EntitlementGranted]:
    refusals.not_approved.unless(request.outcome == "approved")
    return (
        EntitlementGranted(
            request_id=command.request_id,
            beneficiary_id=request.beneficiary_id,
            kind=command.kind,
            due_on=command.due_on,
            policy_version=request.policy_version,
        ),
    )


def perform(command: PerformEntitlement, state: Entitlement, situation: Situation) -> tuple[EntitlementPerformed]:
    common.over_already.unless(state.performed_on is None)
    common.future_date.unless(command.performed_on <= situation.today)
    return (EntitlementPerformed(performed_on=command.performed_on, performed_by=situation.actor.ref),)
