"""A reply before its time: the words of the leave stay with the date they explain."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from gateways.rehearsal import case as cases
from gateways.rehearsal.looking import request
from tests.browser.conftest import Desk

WORDS = "عملية مثال بعد أسبوع"


def test_why_a_reply_was_allowed_early_is_read_after_it_and_once_the_case_is_over(desk: Desk, tab: Page) -> None:
    story = desk.story("israr")
    cases.receive(story)
    cases.open_and_complete(story)
    cases.review(story)
    story.wait("the decision", lambda: request(story)["stage"] == "decided")
    leave = {"reason_code": "other", "beneficiary_id": story.id("beneficiary"), "note": WORDS}
    story.on_request("director-1", "AuthorizeEarlyReply", "", **leave)
    story.on_request("officer-1", "CommunicateDecision", "", channel=story.applicant().agreed_on)
    desk.sign_in(tab, "officer-1@israr")
    tab.goto(f"{desk.url}/cases/{story.request_id}")
    expect(tab.locator(".why-h")).to_contain_text(WORDS)
    cases.deliver(story)
    tab.reload()
    expect(tab.locator(".facts .pill")).to_have_text("مغلق")
    expect(tab.locator(".why-h")).to_contain_text(WORDS)
