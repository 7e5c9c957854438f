"""A data subject's request under the Personal Data Protection Law: thirty days, once thirty more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from services.intake.domain.commands import rights as commands
from services.intake.domain.events import rights as events
from services.intake.domain.policy import Situation, demand_own
from services.intake.domain.refusals import common
from services.intake.domain.refusals import rights as refusals

# PDPL implementing regulation art. 3.
PERIOD = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRight:
    """What is asked and until when it is due."""

    beneficiary_id: str
    right: str
    due_on: date
    extended: bool = False
    over: bool = False


def evolve(state: DataRight | None, event: Any) -> DataRight | None:
    """The request after one more event."""
    match event:
        case events.DataRightRequested(beneficiary_id=whose, right=right, due_on=due_on):
            return DataRight(beneficiary_id=whose, right=right, due_on=due_on)
        case events.DataRightExtended(due_on=due_on):
            return state and replace(state, due_on=due_on, extended=True)
        case events.DataRightFulfilled() | events.DataRightRefused():
            return state and replace(state, over=True)
    return state


def request(command: commands.RequestDataRight, _state: None, situation: Situation) -> tuple[events.DataRightRequested]:
    demand_own(command.beneficiary_id, frozenset(), situation)
    common.future_date.unless(command.received_on <= situation.today)
    return (
        events.DataRightRequested(
            beneficiary_id=command.beneficiary_id,
            right=command.right,
            received_on=command.received_on,
            due_on=command.received_on + PERIOD,
        ),
    )


def extend(
    command: commands.ExtendDataRight, state: DataRight, _situation: Situation
) -> tuple[events.DataRightExtended]:
    common.over_already.unless(not state.over)
    refusals.extended_already.unless(not state.extended)
    return (events.DataRightExtended(due_on=state.due_on + PERIOD, reason_code=command.reason_code),)


def fulfil(
    _command: commands.FulfilDataRight, state: DataRight, situation: Situation
) -> tuple[events.DataRightFulfilled]:
    common.over_already.unless(not state.over)
    return (events.DataRightFulfilled(fulfilled_on=situation.today, fulfilled_by=situation.actor.ref),)


def refuse(command: commands.RefuseDataRight, state: DataRight, situation: Situation) -> tuple[events.DataRightRefused]:
    common.over_already.unless(not state.over)
    return (events.DataRightRefused(reason_code=command.reason_code, refused_by=situation.actor.ref),)
