"""Surveys' named examples: a case of Kayan with its stages."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from services.surveys.domain.commands import CloseCampaign, DesignCampaign, InviteRespondent, OpenCampaign
from services.surveys.service import SERVICE
from shared.contracts import intake as said
from tests.domain.scenario import Scenario
from tests.domain.statutes import policy

REQUEST, RECEPTION, CHILD = "request-1", "reception-1", "beneficiary-1"
CAMPAIGN, FOLLOW_UP = "campaign-1", "follow_up_officer"
TODAY = date(2026, 3, 15)

SUBMITTED = said.SupportRequestSubmitted(
    request_id=REQUEST,
    number="KAY-1447-0001",
    beneficiary_id=CHILD,
    service_code="support",
    origin="request",
    channel="interview",
    submitted_on=TODAY,
)
COMMUNICATED = said.DecisionCommunicated(
    request_id=REQUEST,
    number="KAY-1447-0001",
    beneficiary_id=CHILD,
    outcome="approved",
    channel="phone_call",
    replied_on=TODAY,
)
PLAN_AGREED = said.PlanStageReached(request_id=REQUEST, beneficiary_id=CHILD, stage_code="plan_agreed", on=TODAY)
FOLLOWED_UP = said.PlanStageReached(request_id=REQUEST, beneficiary_id=CHILD, stage_code="follow_up", on=TODAY)
DELIVERED = said.ServiceDelivered(
    request_id=REQUEST,
    number="KAY-1447-0001",
    beneficiary_id=CHILD,
    service_code="support",
    partial=False,
    delivered_on=TODAY,
)


def reception(request_id: str | None = REQUEST, beneficiary_id: str | None = CHILD) -> said.ReceptionEnded:
    return said.ReceptionEnded(
        reception_id=RECEPTION,
        request_id=request_id,
        beneficiary_id=beneficiary_id,
        channel="interview",
        ended_on=TODAY,
    )


STAGES = (
    ("reception", reception()),
    ("request_submission", SUBMITTED),
    ("committee_decision", COMMUNICATED),
    ("plan_agreed", PLAN_AGREED),
    ("service_delivery", DELIVERED),
    ("follow_up", FOLLOWED_UP),
)


def stage(folder: Path, association: str) -> Scenario:
    return Scenario(SERVICE, folder).adopted(policy(association))


def reached(stage_code: str, case_id: str = REQUEST) -> InviteRespondent:
    return InviteRespondent(case_id=case_id, stage_code=stage_code, beneficiary_id=CHILD, request_id=case_id)


def designed(**changes: Any) -> DesignCampaign:
    usual: dict[str, Any] = {
        "campaign_id": CAMPAIGN,
        "method": "questionnaire",
        "questionnaire_version": "satisfaction/1",
        "audience_rule": "served_in_the_last_year",
        "anonymous": True,
    }
    return DesignCampaign(**(usual | changes))


def opened(closes_on: date | None = None) -> OpenCampaign:
    return OpenCampaign(campaign_id=CAMPAIGN, closes_on=closes_on)


def closed() -> CloseCampaign:
    return CloseCampaign(campaign_id=CAMPAIGN)
