"""A guardian acts and hears for a child until it ends; then the platform writes to him no more."""

from __future__ import annotations

from typing import Any

from gateways.rehearsal.people import staff
from gateways.rehearsal.story import Story
from shared.domain.actor import Actor
from tests.journeys.conftest import Stage

CHILD = {"name": "طفلة مثال", "birth": {"calendar": "gregorian", "year": 2016, "month": 1, "day": 2}}


def registered(story: Story) -> dict[str, str]:
    """A child of Kayan whose guardian is told by telephone."""
    child, guardian = {"beneficiary_id": story.id("beneficiary")}, story.id("guardian")
    story.tell(
        "officer-1", "intake.RegisterBeneficiary", "", **child, kind="person", profile=CHILD, identity=None,
        contact_points=story.contact_points(),
    )  # fmt: skip
    story.tell(
        "officer-1", "intake.LinkGuardian", "", **child, guardian_id=guardian, basis="appointed", evidence="صك ولاية"
    )
    story.tell(
        "officer-1", "intake.AgreeContactChannel", "", **child, recipient_id=guardian, language="ar",
        channel=story.applicant().agreed_on, contact_point_id=story.agreed_point(),
    )  # fmt: skip
    return child


def test_the_end_of_a_guardianship_reaches_those_who_write(stage: Stage) -> None:
    story = stage.story("kayan")
    child = registered(story)
    guardian = Actor(tenant="kayan", kind="beneficiary", ref=story.id("guardian"), roles=frozenset({"guardian"}))

    def preference() -> Any:
        return stage.client.ask(staff("kayan", "officer-1"), "notifications.ReadPreference", child)

    story.wait("the agreed channel", lambda: preference()["channel_code"] == story.applicant().agreed_on)
    assert stage.client.ask(guardian, "intake.ReadBeneficiary", child | {"reason": "mine"})["guardian_required"]
    end = {**child, "guardian_id": story.id("guardian"), "reason_code": "court_order"}
    story.tell("officer-1", "intake.EndGuardianship", "", **end)
    story.wait("the end of it", lambda: preference()["channel_code"] is None)
    assert story.refused("officer-1", "intake.EndGuardianship", **end) == "not_guardian"
