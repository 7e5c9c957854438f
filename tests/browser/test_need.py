"""What somebody asks for is written on the case's page and read in the reviewers' file."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from gateways.rehearsal import case as cases
from gateways.rehearsal.looking import request
from gateways.rehearsal.opening import bring, sign_and_complete
from tests.browser.conftest import Desk
from tests.browser.screens import open_only
from tests.browser.test_a_case import press

NEED = "قسط إيجار متأخر، 4500 ريال"


def test_the_reviewers_read_what_the_officer_wrote_down(desk: Desk, tab: Page) -> None:
    story = desk.story("israr")
    cases.receive(story)
    open_only(story)
    desk.sign_in(tab, "officer-1@israr")
    tab.goto(f"{desk.url}/cases/{story.request_id}")
    expect(tab.locator("[data-not-the-paper]")).to_contain_text("غير المستند بيان الحاجة")
    expect(tab.locator(".evidence [data-a-paper]")).to_contain_text("غير ما يُكتب في «ما يطلبه المستفيد»")
    tab.click("summary:has-text('كتابة ما يطلبه')")
    tab.fill("textarea[name=need]", NEED)
    press(tab, "StateNeed")
    expect(tab.locator("section:has(#nd) .ask")).to_have_text(NEED)
    story.on_request("officer-1", "ProvideCriteria", "", medium="printed")
    for item in request(story)["missing_items"]:
        bring(story, item)
    sign_and_complete(story)
    review = story.wait(
        "the review", lambda: story.ask("secretary-1", "committee.ReadReview", request_id=story.request_id)
    )
    desk.sign_in(tab, "member-2@israr")
    tab.goto(f"{desk.url}/reviews/{review['review_id']}")
    expect(tab.locator("[data-need]")).to_have_text(NEED)
