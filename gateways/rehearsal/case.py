"""The main line of a case: reception, request, review, reply, service; the same calls under every policy."""

from __future__ import annotations

from datetime import date

from gateways.rehearsal.looking import request, today
from gateways.rehearsal.opening import open_and_complete, receive
from gateways.rehearsal.reviewing import review
from gateways.rehearsal.story import Story


def whole_case(story: Story) -> None:
    """From the door to the closed case."""
    receive(story)
    open_and_complete(story)
    review(story)
    reply(story)
    deliver(story)


def reply(story: Story) -> None:
    """The reply, inside its window: after the earliest day, or by the latest."""
    story.wait("the decision's arrival", lambda: request(story)["stage"] == "decided")
    channel = {"channel": story.applicant().agreed_on}
    not_before = request(story)["not_before"]
    if not_before:
        story.refused("officer-1", "intake.CommunicateDecision", request_id=story.request_id, **channel)
        story.until(date.fromisoformat(not_before))
        story.told("…", f"time passes until {not_before}")
    story.on_request("officer-1", "CommunicateDecision", "issues the reply", **channel)


def deliver(story: Story) -> None:
    """The service, and the end."""
    story.pass_time(days=3)
    story.on_request("provider-1", "StartService", "begins the service")
    story.pass_time(days=1)
    story.on_request(
        "provider-1",
        "DeliverService",
        "delivers the service",
        beneficiary_id=story.id("beneficiary"),
        delivered_on=today(story).isoformat(),
    )
    story.on_request("officer-1", "CloseRequest", "closes the case")
