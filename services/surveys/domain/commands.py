"""What surveys may be asked to do."""

from __future__ import annotations

from datetime import date
from typing import Literal

from shared.domain.messages import message


@message
class DesignCampaign:
    """Say how, by which questionnaire and whom to ask; recurrence: the association's own interval, where it has one."""

    campaign_id: str
    method: Literal["questionnaire", "field_survey", "supervisory_visit", "interview", "stage_feedback"]
    questionnaire_version: str
    audience_rule: str
    anonymous: bool
    recurrence: str | None = None


@message
class OpenCampaign:
    """Begin to ask, until a day or until it is closed."""

    campaign_id: str
    closes_on: date | None = None


@message
class CloseCampaign:
    """Ask no more."""

    campaign_id: str


@message
class InviteRespondent:
    """A case has reached a stage; case_id is the request, or the reception where there is no request."""

    case_id: str
    stage_code: str
    beneficiary_id: str
    request_id: str | None = None


@message
class DeclineInvitation:
    """Somebody does not want to say, which counts as answered."""

    invitation_id: str
