"""A complaint: received, acknowledged, assessed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from services.complaints.domain import refusals
from services.complaints.domain.commands import AcknowledgeComplaint, AssessComplaint, FileComplaint
from services.complaints.domain.events import (
    ChannelRefused,
    ComplaintAcknowledged,
    ComplaintAssessed,
    ComplaintReceived,
)
from services.complaints.domain.policy import (
    A_CODE,
    complains_in_own_name,
    complaint_channels,
    fax_names_its_page,
    names,
    stated_channels,
)

if TYPE_CHECKING:
    from shared.application.situation import Situation

Stage = Literal["received", "acknowledged", "assessed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """As it stands."""

    stage: Stage
    number: str
    type: str
    channel: str
    received_on: date
    policy_version: str
    complainant_id: str | None
    request_id: str | None
    owner: str | None = None


def evolve(complaint: Complaint | None, event: Any) -> Complaint | None:
    """What the facts make of a complaint."""
    match event:
        case ComplaintReceived():
            return Complaint(
                stage="received",
                number=event.number,
                type=event.type,
                channel=event.channel,
                received_on=event.received_on,
                policy_version=event.policy_version,
                complainant_id=event.complainant_id,
                request_id=event.request_id,
            )
        case ComplaintAcknowledged() if complaint:
            return replace(complaint, stage="acknowledged")
        case ComplaintAssessed() if complaint:
            return replace(complaint, stage="assessed", owner=event.owner)
    return complaint


def demand_fileable(command: FileComplaint, situation: Situation) -> None:
    """Over a channel the policy allows for complaints; checked before a number is taken."""
    channels = situation.rules.channels(situation.policy)
    demand_channel(command.channel, complaint_channels(situation.policy, channels), "FileComplaint", situation)
    refusals.fax_page_missing.unless(fax_names_its_page(command.channel, command.fax_page_ref))
    refusals.narrative_missing.unless(bool(command.narrative.strip()))
    refusals.another_complainant.unless(complains_in_own_name(situation.actor, command.complainant_id))


def demand_channel(code: str, allowed: Collection[str], attempted: str, situation: Situation) -> None:
    """Refuse, on record, a channel that does not serve here."""
    if code in allowed:
        return
    words = names(allowed, situation.rules.channels(situation.policy))
    # What somebody typed for a code may be anything, and refusals are kept.
    refused = ChannelRefused(channel=code if A_CODE.fullmatch(code) else "other", attempted=attempted)
    raise refusals.channel_not_permitted.refused(**words).recording(refused)


def file(command: FileComplaint, number: str, situation: Situation) -> tuple[ComplaintReceived]:
    return (
        ComplaintReceived(
            number=number,
            channel=command.channel,
            channel_stated=command.channel in stated_channels(situation.policy),
            type=command.type,
            remedy_code=command.remedy_code,
            narrative=situation.refs["narrative"],
            anonymous=command.complainant_id is None,
            received_on=situation.today,
            policy_version=situation.policy.ref,
            complainant_id=command.complainant_id,
            request_id=command.request_id,
            service_code=command.service_code,
            agreement_id=command.agreement_id,
            fax_page_ref=command.fax_page_ref,
        ),
    )


def acknowledge(
    command: AcknowledgeComplaint, complaint: Complaint, situation: Situation
) -> tuple[ComplaintAcknowledged, ...]:
    """Once."""
    refusals.already_acknowledged.unless(complaint.stage == "received")
    permitted = situation.rules.channels(situation.policy)
    demand_channel(command.channel, permitted, "AcknowledgeComplaint", situation)
    return (
        ComplaintAcknowledged(
            number=complaint.number,
            type=complaint.type,
            channel=command.channel,
            acknowledged_on=situation.today,
            complainant_id=complaint.complainant_id,
            request_id=complaint.request_id,
        ),
    )


def assess(command: AssessComplaint, complaint: Complaint, _situation: Situation) -> tuple[ComplaintAssessed, ...]:
    """After the acknowledgement; a later assessment changes the owner."""
    refusals.acknowledge_first.unless(complaint.stage != "received")
    return (
        ComplaintAssessed(
            severity=command.severity,
            urgency=command.urgency,
            needs_investigation=command.needs_investigation,
            unit_code=command.unit_code,
            owner=command.owner,
        ),
    )
