"""What can have happened to a campaign and to an invitation, kept for ever."""

from __future__ import annotations

from datetime import date

from shared.domain.messages import fact


@fact(en="Survey campaign designed", ar="صُممت حملة قياس الرضا", clause="satisfaction")
class SurveyCampaignDesigned:
    """anonymous: whether an answer can be led back to who gave it."""

    method: str
    questionnaire_version: str
    audience_rule: str
    anonymous: bool
    recurrence: str | None = None


@fact(en="Survey campaign opened", ar="افتُتحت حملة قياس الرضا", clause="satisfaction")
class SurveyCampaignOpened:
    """method_stated: whether the policy names the method; otherwise an ordinary method serves."""

    method_stated: bool
    opens_on: date
    policy_version: str
    closes_on: date | None = None


@fact(en="Survey campaign closed", ar="أُغلقت حملة قياس الرضا", clause="satisfaction")
class SurveyCampaignClosed:
    """Nobody is asked any more."""

    closed_on: date


@fact(en="Feedback invited", ar="دُعي المستفيد إلى إبداء رأيه", clause="feedback")
class RespondentInvited:
    """One for each case and stage; campaign_id: the standing one for feedback at stages."""

    campaign_id: str
    case_id: str
    stage_code: str
    beneficiary_id: str
    invited_on: date
    policy_version: str
    request_id: str | None = None


@fact(en="Feedback declined", ar="اعتذر المستفيد عن إبداء رأيه", clause="feedback")
class InvitationDeclined:
    """Declining counts as answered; why is not asked."""

    declined_on: date
