"""A survey campaign: designed, open, closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from services.surveys.domain import refusals
from services.surveys.domain.commands import CloseCampaign, DesignCampaign, OpenCampaign
from services.surveys.domain.events import SurveyCampaignClosed, SurveyCampaignDesigned, SurveyCampaignOpened
from services.surveys.domain.policy import method_is_stated

if TYPE_CHECKING:
    from shared.application.situation import Situation

Stage = Literal["designed", "open", "closed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """As it stands; the policy version is pinned when it opens."""

    stage: Stage
    method: str
    policy_version: str | None = None


def evolve(campaign: Campaign | None, event: Any) -> Campaign | None:
    """What the facts make of a campaign."""
    match event:
        case SurveyCampaignDesigned():
            return Campaign(stage="designed", method=event.method)
        case SurveyCampaignOpened() if campaign:
            return replace(campaign, stage="open", policy_version=event.policy_version)
        case SurveyCampaignClosed() if campaign:
            return replace(campaign, stage="closed")
    return campaign


def design(
    command: DesignCampaign, _campaign: Campaign | None, _situation: Situation
) -> tuple[SurveyCampaignDesigned, ...]:
    """Nobody is asked yet."""
    return (
        SurveyCampaignDesigned(
            method=command.method,
            questionnaire_version=command.questionnaire_version,
            audience_rule=command.audience_rule,
            anonymous=command.anonymous,
            recurrence=command.recurrence,
        ),
    )


def open_(command: OpenCampaign, campaign: Campaign, situation: Situation) -> tuple[SurveyCampaignOpened, ...]:
    """Once, under the policy of that day."""
    refusals.already_opened.unless(campaign.stage == "designed")
    refusals.closes_before_it_opens.unless(
        command.closes_on is None or command.closes_on >= situation.today,
        opens_on=situation.today,
        closes_on=command.closes_on,
    )
    return (
        SurveyCampaignOpened(
            method_stated=method_is_stated(situation.policy, campaign.method),
            opens_on=situation.today,
            policy_version=situation.policy.ref,
            closes_on=command.closes_on,
        ),
    )


def close(_command: CloseCampaign, campaign: Campaign, situation: Situation) -> tuple[SurveyCampaignClosed, ...]:
    """Once."""
    refusals.campaign_not_open.unless(campaign.stage == "open")
    return (SurveyCampaignClosed(closed_on=situation.today),)
