"""A breach of personal data: when it became known, whom it concerns in number, who was told and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from services.governance.domain.commands.directory import CloseBreach, RecordBreach, UpdateBreach
from services.governance.domain.events.registers import (
    PersonalDataBreachClosed,
    PersonalDataBreachRecorded,
    PersonalDataBreachUpdated,
)
from services.governance.domain.policy import Situation
from services.governance.domain.refusals import people as refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """stage `none` before anything happened."""

    stage: Literal["none", "open", "closed"] = "none"
    aware_at: datetime | None = None


def evolve(state: Breach, event: Any) -> Breach:
    match event:
        case PersonalDataBreachRecorded(aware_at=aware_at):
            return Breach(stage="open", aware_at=aware_at)
        case PersonalDataBreachClosed():
            return Breach(stage="closed", aware_at=state.aware_at)
    return state


def record(command: RecordBreach, state: Breach, situation: Situation) -> tuple[PersonalDataBreachRecorded, ...]:
    refusals.breach_recorded.unless(state.stage == "none")
    refusals.count_negative.unless(command.count >= 0)
    refusals.not_yet_known.unless(command.aware_at <= situation.now)
    return (
        PersonalDataBreachRecorded(
            breach_id=command.breach_id,
            aware_at=command.aware_at,
            kind=command.kind,
            count=command.count,
            report=situation.refs.get("report"),
        ),
    )


def update(command: UpdateBreach, state: Breach, situation: Situation) -> tuple[PersonalDataBreachUpdated, ...]:
    refusals.breach_closed.unless(state.stage == "open")
    refusals.count_negative.unless(command.count >= 0)
    return (
        PersonalDataBreachUpdated(
            breach_id=command.breach_id,
            count=command.count,
            authority_notified_at=command.authority_notified_at,
            subjects_notified_at=command.subjects_notified_at,
            report=situation.refs.get("report"),
        ),
    )


def close(command: CloseBreach, state: Breach, situation: Situation) -> tuple[PersonalDataBreachClosed, ...]:
    refusals.breach_closed.unless(state.stage == "open")
    return (PersonalDataBreachClosed(breach_id=command.breach_id, on=situation.today),)
