"""An invitation to say what one thinks, one for each case and stage: open, declined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID, uuid5

from services.surveys.domain import refusals
from services.surveys.domain.commands import DeclineInvitation, InviteRespondent
from services.surveys.domain.events import InvitationDeclined, RespondentInvited
from services.surveys.domain.policy import feedback_is_asked_at

if TYPE_CHECKING:
    from shared.application.situation import Situation

INVITATIONS = UUID("5a6e6164-0000-5000-8000-000000000044")
STANDING_CAMPAIGN = "stage-feedback"

Stage = Literal["open", "declined"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """As it stands."""

    stage: Stage
    case_id: str
    stage_code: str
    beneficiary_id: str
    policy_version: str


def id_of(case_id: str, stage_code: str) -> str:
    """Follows from the case and its stage, so that a stage told twice invites once."""
    return str(uuid5(INVITATIONS, f"{case_id}/{stage_code}"))


def evolve(invitation: Invitation | None, event: Any) -> Invitation | None:
    """What the facts make of an invitation."""
    match event:
        case RespondentInvited():
            return Invitation(
                stage="open",
                case_id=event.case_id,
                stage_code=event.stage_code,
                beneficiary_id=event.beneficiary_id,
                policy_version=event.policy_version,
            )
        case InvitationDeclined() if invitation:
            return replace(invitation, stage="declined")
    return invitation


def invite(
    command: InviteRespondent, invitation: Invitation | None, situation: Situation
) -> tuple[RespondentInvited, ...]:
    """Once, and only where feedback is asked at this stage."""
    if invitation or not feedback_is_asked_at(situation.policy, command.stage_code):
        return ()
    return (
        RespondentInvited(
            campaign_id=STANDING_CAMPAIGN,
            case_id=command.case_id,
            stage_code=command.stage_code,
            beneficiary_id=command.beneficiary_id,
            invited_on=situation.today,
            policy_version=situation.policy.ref,
            request_id=command.request_id,
        ),
    )


def decline(
    _command: DeclineInvitation, invitation: Invitation, situation: Situation
) -> tuple[InvitationDeclined, ...]:
    """By the one who was invited, or by staff whom he told."""
    own = "beneficiary" not in situation.actor.roles or situation.actor.ref == invitation.beneficiary_id
    refusals.another_respondent.unless(own)
    refusals.already_answered.unless(invitation.stage == "open")
    return (InvitationDeclined(declined_on=situation.today),)
