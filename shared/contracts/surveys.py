"""What surveys says in public."""

from __future__ import annotations

from shared.contracts.envelope import contract


@contract("surveys.respondent_invited.v1")
class RespondentInvited:
    """Somebody may say what he thinks; stage_code where the association asks at stages."""

    invitation_id: str
    campaign_id: str
    beneficiary_id: str
    request_id: str | None
    stage_code: str | None


@contract("surveys.stage_feedback_missing.v1")
class StageFeedbackMissing:
    """A stage of a case went by without feedback."""

    request_id: str
    stage_code: str


@contract("surveys.personal_data_destruction_confirmed.v1")
class PersonalDataDestructionConfirmed:
    """Nothing about the subject can be read in this service any more."""

    order_id: str
    subject_id: str
