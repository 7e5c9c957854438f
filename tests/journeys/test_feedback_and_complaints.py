"""What somebody thinks of the service, asked at the stages of his case, and what he is dissatisfied with."""

from __future__ import annotations

from typing import Any

import pytest

from gateways.rehearsal.case import receive, whole_case
from gateways.rehearsal.story import Story
from tests.journeys.conftest import Stage

SILENT_ON_STAGES = ("sidr", "kadi")


def invited(story: Story) -> set[str]:
    found = story.ask("follow-up-1", "surveys.ListInvitations", case_id=story.request_id)["invitations"]
    return {each["stage_code"] for each in found}


def complaint(story: Story) -> dict[str, Any]:
    found = story.ask("follow-up-1", "complaints.ListComplaints")["complaints"]
    return next((each for each in found if each["complaint_id"] == story.id("complaint")), {})


def file(story: Story, channel: str) -> None:
    receive(story)
    story.tell(
        "officer-1",
        "complaints.FileComplaint",
        "",
        complaint_id=story.id("complaint"),
        channel=channel,
        type="grievance",
        remedy_code="apology",
        narrative="لم يُجب أحد على اتصالي",
        complainant_id=story.id("beneficiary"),
    )


@pytest.mark.parametrize("tenant", SILENT_ON_STAGES)
def test_feedback_is_asked_once_after_delivery(stage: Stage, tenant: str) -> None:
    story = stage.story(tenant)
    whole_case(story)
    story.wait("an invitation", lambda: invited(story))
    assert invited(story) == {"service_delivery"}


def test_kayan_asks_at_the_stages_of_the_case(stage: Stage) -> None:
    story = stage.story("kayan")
    whole_case(story)
    expected = {"request_submission", "committee_decision", "service_delivery"}
    story.wait("invitations", lambda: expected <= invited(story))


def test_a_complaint_at_kadi_is_numbered_acknowledged_and_given_to_somebody(stage: Stage) -> None:
    story = stage.story("kadi")
    refused = {"type": "complaint", "remedy_code": "apology", "narrative": "لم يُجب أحد", "channel": "interview"}
    code = story.refused("officer-1", "complaints.FileComplaint", complaint_id=story.id("complaint"), **refused)
    assert code == "channel_not_permitted"
    file(story, "website")
    story.wait("the complaint", lambda: complaint(story))
    number = complaint(story)["number"]
    assert "-C-14" in number
    id_ = {"complaint_id": story.id("complaint")}
    story.tell("follow-up-1", "complaints.AcknowledgeComplaint", "", **id_, channel="phone_call")
    weighed = {"severity": "low", "urgency": "routine", "needs_investigation": False, "unit_code": "follow_up"}
    story.tell("follow-up-1", "complaints.AssessComplaint", "", **id_, **weighed, owner="follow-up-1")
    story.wait("its owner", lambda: complaint(story).get("owner") == "follow-up-1")
    standing = story.ask("officer-1", "complaints.TrackComplaint", **id_)
    assert (standing["number"], standing["stage"], standing["has_owner"]) == (number, "assessed", True)


def test_where_the_policy_is_silent_complaints_come_over_ordinary_channels(stage: Stage) -> None:
    story = stage.story("basmat")
    file(story, "phone_call")
    story.wait("the complaint", lambda: complaint(story).get("stage") == "received")
