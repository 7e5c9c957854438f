"""A reception: one visit, with a beginning and an end and no limit in between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from services.intake.domain.commands.reception import EndReception, ReceiveVisitor, RecogniseVisitor
from services.intake.domain.completing import locator, missing_items
from services.intake.domain.events import reception as events
from services.intake.domain.policy import Situation, completeness_is_owed_before_departure, demand_channel
from services.intake.domain.refusals import common
from services.intake.domain.refusals import reception as refusals
from services.intake.domain.support_request import BEFORE_COMPLETION, SupportRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """A visit that has begun."""

    channel: str
    started_at: datetime
    policy_version: str
    beneficiary_id: str | None
    request_id: str | None
    over: bool = False


def evolve(state: Reception | None, event: Any) -> Reception | None:
    """The visit after one more event."""
    match event:
        case events.VisitorReceived():
            return Reception(
                channel=event.channel,
                started_at=event.started_at,
                policy_version=event.policy_version,
                beneficiary_id=event.beneficiary_id,
                request_id=event.request_id,
            )
        case events.VisitorRecognised(beneficiary_id=who):
            return state and replace(state, beneficiary_id=who)
        case events.ReceptionEnded(request_id=request_id):
            return state and replace(state, over=True, request_id=request_id)
    return state


def receive_visitor(command: ReceiveVisitor, _state: None, situation: Situation) -> tuple[events.VisitorReceived]:
    demand_channel(command.channel, "ReceiveVisitor", situation)
    return (
        events.VisitorReceived(
            channel=command.channel,
            started_at=situation.now,
            policy_version=situation.policy.ref,
            beneficiary_id=command.beneficiary_id,
            request_id=command.request_id,
        ),
    )


def recognise_visitor(
    command: RecogniseVisitor, state: Reception, _situation: Situation
) -> tuple[events.VisitorRecognised, ...]:
    common.over_already.unless(not state.over)
    if state.beneficiary_id == command.beneficiary_id:
        return ()
    return (events.VisitorRecognised(beneficiary_id=command.beneficiary_id),)


def end_reception(
    command: EndReception, state: Reception, request: SupportRequest | None, situation: Situation
) -> tuple[events.ReceptionEnded]:
    common.over_already.unless(not state.over)
    if request and request.stage in BEFORE_COMPLETION and completeness_is_owed_before_departure(situation):
        demand_account_of_missing(command, request, situation)
    return (
        events.ReceptionEnded(
            channel=state.channel,
            started_at=state.started_at,
            ended_at=situation.now,
            ended_on=situation.today,
            hospitality_offered=command.hospitality_offered,
            beneficiary_id=request.beneficiary_id if request else state.beneficiary_id,
            request_id=command.request_id or (state.request_id if request else None),
            missing_items=command.missing_items,
            incomplete_reason=command.incomplete_reason,
        ),
    )


def demand_account_of_missing(command: EndReception, request: SupportRequest, situation: Situation) -> None:
    """Kadi art. 3(3)ت: completeness is checked while the beneficiary is present."""
    unlisted = [item for item in missing_items(request, situation) if item not in command.missing_items]
    refusals.missing_items_not_listed.unless(not unlisted, items=unlisted)
    clause = locator("completeness", situation)
    refusals.incomplete_without_reason.unless(bool(command.incomplete_reason), clause=clause)
