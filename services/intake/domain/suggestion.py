"""A suggestion: numbered, owned, resolved and replied to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from services.intake.domain.commands.rights import MakeSuggestion, ResolveSuggestion
from services.intake.domain.events.rights import SuggestionReceived, SuggestionResolved
from services.intake.domain.policy import Situation, demand_channel, demand_own
from services.intake.domain.refusals import common
from services.intake.domain.refusals import rights as refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """outcome: None while it is open."""

    number: str
    maker_id: str
    policy_version: str
    outcome: str | None = None


def evolve(state: Suggestion | None, event: Any) -> Suggestion | None:
    """The suggestion after one more event."""
    match event:
        case SuggestionReceived(number=number, maker_id=maker_id, policy_version=version):
            return Suggestion(number=number, maker_id=maker_id, policy_version=version)
        case SuggestionResolved(outcome=outcome):
            return state and replace(state, outcome=outcome)
    return state


def demand_makeable(command: MakeSuggestion, situation: Situation) -> None:
    """Checked before a number is taken."""
    demand_own(command.maker_id, frozenset(), situation)
    demand_channel(command.channel, "MakeSuggestion", situation)


def made(command: MakeSuggestion, number: str, situation: Situation) -> SuggestionReceived:
    return SuggestionReceived(
        number=number,
        maker_id=command.maker_id,
        channel=command.channel,
        text=situation.refs["text"],
        received_on=situation.today,
        policy_version=situation.policy.ref,
        owner=command.owner,
    )


def resolve(command: ResolveSuggestion, state: Suggestion, situation: Situation) -> tuple[SuggestionResolved]:
    common.over_already.unless(state.outcome is None)
    refusals.another_maker.unless(command.maker_id == state.maker_id)
    return (
        SuggestionResolved(outcome=command.outcome, reply=situation.refs["reply"], resolved_by=situation.actor.ref),
    )
