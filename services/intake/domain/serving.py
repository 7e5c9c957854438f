"""How an approved request is served, and how a request ends."""

from __future__ import annotations

from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.commands import reply as commands
from services.intake.domain.completing import demand_stage
from services.intake.domain.events import reply as events
from services.intake.domain.policy import Situation
from services.intake.domain.preparing import demand_his, demand_same_beneficiary
from services.intake.domain.refusals import common
from services.intake.domain.refusals import reply as refusals
from services.intake.domain.support_request import BEFORE_COMPLETION, SupportRequest


def start_service(
    _command: commands.StartService, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[events.ServiceStarted]:
    demand_stage(request, "replied")
    refusals.not_approved.unless(request.outcome == "approved")
    return (events.ServiceStarted(started_on=situation.today),)


def deliver_service(
    command: commands.DeliverService, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[events.ServiceStarted | events.ServiceDelivered, ...]:
    demand_stage(request, "replied", "in_service")
    demand_same_beneficiary(command.beneficiary_id, request)
    refusals.not_approved.unless(request.outcome == "approved")
    common.future_date.unless(command.delivered_on <= situation.today)
    decided_on = request.decided_on or command.delivered_on
    refusals.delivered_before_decision.unless(command.delivered_on >= decided_on, date=decided_on)
    delivered = events.ServiceDelivered(
        number=request.number,
        beneficiary_id=request.beneficiary_id,
        service_code=request.service_code,
        delivered_on=command.delivered_on,
        partial=command.partial,
        lead_days=(command.delivered_on - decided_on).days,
        details=situation.refs.get("details"),
    )
    started = () if request.stage == "in_service" else (events.ServiceStarted(started_on=command.delivered_on),)
    return (*started, delivered)


def record_non_delivery(
    command: commands.RecordNonDelivery, request: SupportRequest, _beneficiary: Beneficiary, _situation: Situation
) -> tuple[events.ServiceNotDelivered]:
    demand_stage(request, "replied", "in_service")
    refusals.not_approved.unless(request.outcome == "approved")
    return (events.ServiceNotDelivered(reason_code=command.reason_code),)


def withdraw(
    command: commands.WithdrawRequest, request: SupportRequest, beneficiary: Beneficiary, situation: Situation
) -> tuple[events.SupportRequestWithdrawn]:
    demand_his(request, beneficiary, situation)
    demand_stage(request, *BEFORE_COMPLETION, "completed", "under_review", "queried_in_review")
    return (events.SupportRequestWithdrawn(reason_code=command.reason_code),)


def close(
    _command: commands.CloseRequest, request: SupportRequest, _beneficiary: Beneficiary, situation: Situation
) -> tuple[events.SupportRequestClosed]:
    refusals.service_owed.unless(not (request.stage in ("replied", "in_service") and request.outcome == "approved"))
    demand_stage(request, "replied", "delivered", "not_delivered")
    return (events.SupportRequestClosed(closed_on=situation.today),)


def reopen(
    command: commands.ReopenRequest, request: SupportRequest, _beneficiary: Beneficiary, _situation: Situation
) -> tuple[events.SupportRequestReopened]:
    demand_stage(request, "closed")
    return (events.SupportRequestReopened(reason_code=command.reason_code),)
