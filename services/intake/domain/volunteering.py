"""An expression of interest in volunteering: accepted and handed over, no support request."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from services.intake.domain.commands.rights import HandOverInterest, ReceiveVolunteeringInterest
from services.intake.domain.events.rights import VolunteeringInterestHandedOver, VolunteeringInterestReceived
from services.intake.domain.policy import Situation, demand_channel
from services.intake.domain.refusals import common


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteeringInterest:
    """Somebody wants to help."""

    policy_version: str
    handed_over: bool = False


def evolve(state: VolunteeringInterest | None, event: Any) -> VolunteeringInterest | None:
    """The interest after one more event."""
    match event:
        case VolunteeringInterestReceived(policy_version=version):
            return VolunteeringInterest(policy_version=version)
        case VolunteeringInterestHandedOver():
            return state and replace(state, handed_over=True)
    return state


def receive(
    command: ReceiveVolunteeringInterest, _state: None, situation: Situation
) -> tuple[VolunteeringInterestReceived]:
    demand_channel(command.channel, "ReceiveVolunteeringInterest", situation)
    return (
        VolunteeringInterestReceived(
            person_id=command.person_id,
            channel=command.channel,
            person=situation.refs["person"],
            received_on=situation.today,
            policy_version=situation.policy.ref,
        ),
    )


def hand_over(
    command: HandOverInterest, state: VolunteeringInterest, situation: Situation
) -> tuple[VolunteeringInterestHandedOver]:
    common.over_already.unless(not state.handed_over)
    return (VolunteeringInterestHandedOver(handed_to=command.handed_to, handed_on=situation.today),)
