"""What surveys answers: its commands with who may give them, and its questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from services.surveys import views
from services.surveys.domain import campaign, invitation
from services.surveys.domain.commands import (
    CloseCampaign,
    DeclineInvitation,
    DesignCampaign,
    InviteRespondent,
    OpenCampaign,
)
from shared.application import destruction
from shared.application.aggregate import Aggregate
from shared.application.common import common_questions, common_routes
from shared.application.desk import Desk
from shared.application.routes import SYSTEM, Question, Route, change, create, keep_up
from shared.domain.messages import message

CAMPAIGN = Aggregate(
    kind="campaign",
    noun=("survey campaign", "حملة قياس رضا"),
    evolve=campaign.evolve,
    pinned=lambda state: state.policy_version if state else None,
)
INVITATION = Aggregate(
    kind="invitation",
    noun=("invitation", "دعوة"),
    evolve=invitation.evolve,
    case=lambda _id, state: state.case_id if state else None,
    pinned=lambda state: state.policy_version if state else None,
)
AGGREGATES = (CAMPAIGN, INVITATION, destruction.DESTRUCTION)

CAMPAIGNERS = frozenset({"follow_up_officer", "senior_management"})
RESPONDENTS = frozenset({"beneficiary", "beneficiary_relations_officer"})
OVERSIGHT = frozenset({"follow_up_officer", "senior_management", "auditor"})


@message
class ListInvitations:
    """Invitations by case and stage: of one case, or all; still open ones are the stages without feedback."""

    case_id: str | None = None
    status: str | None = None


@message
class InvitationRow:
    """One invitation: codes and dates only, and not whom it went to."""

    invitation_id: str
    case_id: str
    stage_code: str
    status: str
    invited_on: str


@message
class InvitationList:
    """By day, then case and stage."""

    invitations: tuple[InvitationRow, ...]


@message
class ListCampaigns:
    """All campaigns, by id."""


@message
class CampaignRow:
    """recurrence: None where the association has set no interval, a gap that is shown."""

    campaign_id: str
    method: str
    method_stated: bool | None
    questionnaire_version: str
    anonymous: bool
    status: str
    recurrence: str | None
    opens_on: str | None
    closes_on: str | None


@message
class CampaignList:
    """By id."""

    campaigns: tuple[CampaignRow, ...]


def invitations(query: ListInvitations, desk: Desk) -> InvitationList:
    """From the view."""
    rows: Sequence[Any] = views.invited(
        desk.infrastructure.views.engine, desk.actor.tenant, case_id=query.case_id, status=query.status
    )
    return InvitationList(invitations=tuple(InvitationRow(**row) for row in rows))


def campaigns(_query: ListCampaigns, desk: Desk) -> CampaignList:
    """From the view."""
    rows: Sequence[Any] = views.campaigns(desk.infrastructure.views.engine, desk.actor.tenant)
    return CampaignList(campaigns=tuple(CampaignRow(**row) for row in rows))


ROUTES = (
    Route(command=DesignCampaign, by=CAMPAIGNERS, does=create(CAMPAIGN, "campaign_id", campaign.design)),
    Route(command=OpenCampaign, by=CAMPAIGNERS, does=change(CAMPAIGN, "campaign_id", campaign.open_)),
    Route(command=CloseCampaign, by=CAMPAIGNERS, does=change(CAMPAIGN, "campaign_id", campaign.close)),
    Route(
        command=InviteRespondent,
        by=frozenset({SYSTEM}),
        does=keep_up(INVITATION, lambda asked: invitation.id_of(asked.case_id, asked.stage_code), invitation.invite),
    ),
    Route(command=DeclineInvitation, by=RESPONDENTS, does=change(INVITATION, "invitation_id", invitation.decline)),
    destruction.ROUTE,
    *common_routes(),
)
QUESTIONS = (
    Question(query=ListInvitations, answer=InvitationList, by=OVERSIGHT, answers=invitations),
    Question(query=ListCampaigns, answer=CampaignList, by=OVERSIGHT, answers=campaigns),
    *common_questions("surveys", AGGREGATES),
)
