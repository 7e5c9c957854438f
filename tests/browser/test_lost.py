"""Nobody is left before a program's own words: at a wrong address, after a refusal, in the past view."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from gateways.portal.past import moment_of
from gateways.rehearsal import case as cases
from tests.browser.conftest import Desk
from tests.browser.screens import open_only
from tests.browser.test_at_the_counter import receive

ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.fixture(scope="module")
def case(desk: Desk) -> str:
    """The address of an open request that lacks everything."""
    story = desk.story("kadi")
    cases.receive(story)
    open_only(story)
    return f"{desk.url}/cases/{story.request_id}"


@pytest.mark.parametrize("address", ["/nothing", "/reception/x", "/people/x", "/cases/x?event=first", "/sessions/%00"])
def test_a_wrong_address_is_answered_by_a_page_in_the_readers_language(desk: Desk, tab: Page, address: str) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(desk.url + address)
    expect(tab.locator("h1")).to_have_text("لم يُعرض")
    expect(tab.locator(".rail")).to_be_visible()
    tab.click("text=English")
    expect(tab.locator("h1")).to_have_text("Not shown")


def test_a_stranger_at_a_wrong_address_reads_a_page_too(desk: Desk, tab: Page) -> None:
    tab.goto(f"{desk.url}/nothing")
    expect(tab.locator("h1")).to_have_text("لم يُعرض")


def test_after_a_refusal_language_and_address_lead_to_the_page_again(desk: Desk, tab: Page, case: str) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(case)
    tab.click("button[data-command=SubmitSupportRequest]")
    expect(tab.locator(".refusal")).to_be_visible()
    refused_at = tab.url
    assert refused_at != case
    tab.goto(refused_at)
    assert tab.url == case
    tab.click("button[data-command=SubmitSupportRequest]")
    tab.click("text=English")
    expect(tab.locator("h1")).to_contain_text("Support")
    tab.goto(f"{case}?lang=ar")


def test_after_a_search_or_a_refused_registration_too(desk: Desk, tab: Page) -> None:
    receive(desk, tab)
    visit = tab.url
    tab.fill("#value", "0500000444")
    tab.select_option("#find-by", "phone")
    tab.click("form[action$=find] button")
    expect(tab.locator("#phone")).to_have_value("0500000444")
    expect(tab.locator("#value")).to_have_value("0500000444")
    expect(tab.locator("#q")).to_have_value("")
    tab.click("text=English")
    assert re.sub(r"\?.*", "", tab.url) == visit
    tab.goto(f"{visit}/find?lang=ar")
    assert re.sub(r"\?.*", "", tab.url) == visit


def look_at(page: Page, day: str, time: str) -> None:
    page.fill("#d", day)
    page.fill("#h", time)
    page.locator(".time-top form button").click()
    page.wait_for_load_state()


def test_the_past_view_reads_every_set_of_digits(desk: Desk, tab: Page, case: str) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(case)
    shown = (tab.locator(field).input_value().translate(ARABIC_INDIC) for field in ("#d", "#h"))
    look_at(tab, *shown)
    assert "event=" in tab.url


def test_a_bare_hour_is_a_moment() -> None:
    assert f"{moment_of('15', '3', '2026', '8'):%H:%M}" == "08:00"


def test_a_moment_that_does_not_exist_is_refused_in_place_as_typed(desk: Desk, tab: Page, case: str) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(case)
    look_at(tab, "31", "25:00")
    assert tab.locator(".refusal").get_attribute("data-code") == "no_such_moment"
    expect(tab.locator("#d")).to_have_value("31")
    expect(tab.locator("#h")).to_have_value("25:00")
