"""A visit to a beneficiary, where field visits are among the association's channels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from services.intake.domain.commands.case_file import RecordFieldVisit
from services.intake.domain.events.case_file import FieldVisitRecorded
from services.intake.domain.policy import Situation, demand_channel
from services.intake.domain.refusals import common


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldVisit:
    """A visit that took place."""

    beneficiary_id: str
    request_id: str | None
    policy_version: str


def evolve(state: FieldVisit | None, event: Any) -> FieldVisit | None:
    """The visit after one more event."""
    if isinstance(event, FieldVisitRecorded):
        return FieldVisit(
            beneficiary_id=event.beneficiary_id, request_id=event.request_id, policy_version=event.policy_version
        )
    return state


def record(command: RecordFieldVisit, _state: None, situation: Situation) -> tuple[FieldVisitRecorded]:
    demand_channel("field_visit", "RecordFieldVisit", situation)
    common.future_date.unless(command.visited_on <= situation.today)
    return (
        FieldVisitRecorded(
            beneficiary_id=command.beneficiary_id,
            visited_on=command.visited_on,
            visitor=situation.actor.ref,
            report=situation.refs["report"],
            policy_version=situation.policy.ref,
            request_id=command.request_id,
        ),
    )
