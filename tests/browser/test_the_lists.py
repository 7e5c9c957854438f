"""The day, the list of all requests and the rail agree on what there is, and each leads to the other."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from gateways.rehearsal import case as cases
from tests.browser.conftest import Desk
from tests.browser.screens import open_only


@pytest.fixture(scope="module")
def gathering(desk: Desk) -> str:
    """A visit that goes on, for a request that lacks everything; beside it one that is under review."""
    other = desk.story("kadi")
    cases.receive(other)
    cases.open_and_complete(other)
    story = desk.story("kadi")
    cases.receive(story)
    open_only(story)
    return f"/cases/{story.request_id}"


@pytest.fixture
def officer(desk: Desk, tab: Page, gathering: str) -> Page:
    """At the beginning of the day."""
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(desk.url)
    return tab


def number_of(page: Page, entry: str) -> int:
    return int(page.locator(f".rail-nav:visible a[href='{entry}'] .count bdi").first.inner_text())


def test_the_rail_counts_what_the_lists_show_and_marks_where_one_is(desk: Desk, officer: Page, gathering: str) -> None:
    open_requests = number_of(officer, "/requests")
    expect(officer.locator(".rail-nav:visible [aria-current]")).to_have_attribute("href", "/")
    officer.goto(f"{desk.url}/requests")
    assert officer.locator("tr.item").count() == min(open_requests, 50)
    expect(officer.locator("main .foot").first).to_contain_text(f"والمجموع {open_requests}")
    officer.goto(desk.url + gathering)
    expect(officer.locator(".rail-nav:visible [aria-current=true]")).to_have_attribute("href", "/requests")


def test_a_status_is_chosen_and_kept_on_the_way_to_the_whole_list(officer: Page) -> None:
    officer.select_option("#stage", "open")
    officer.click("main header .btn")
    expect(officer.locator(".counters")).to_be_visible()
    states = {one.inner_text() for one in officer.locator("tr.item .pill").all()}
    assert states == {"مفتوح"}
    officer.get_by_role("link", name="عرض الكل").click()
    officer.wait_for_url(re.compile(r"/requests\?stage=open$"))
    assert {one.inner_text() for one in officer.locator("tr.item .pill").all()} == {"مفتوح"}
    expect(officer.locator("#stage")).to_have_value("open")


def test_counters_do_not_change_with_the_status_that_is_chosen(desk: Desk, officer: Page) -> None:
    before = officer.locator(".counters").inner_text()
    officer.goto(f"{desk.url}/?stage=not_delivered")
    assert officer.locator(".counters").inner_text() == before
    expect(officer.locator("main .panel").first).to_contain_text("لا طلب هنا بهذه الحالة")


def test_a_visit_that_goes_on_says_what_is_missing_and_leads_on(officer: Page) -> None:
    shown = officer.locator(".here-now", has_text="ينقص الطلب قبل المغادرة").first
    expect(shown.locator("li").first).to_be_visible()
    shown.locator(".btn").click()
    officer.wait_for_url(re.compile(r"/cases/[\w-]+$"))
    expect(officer.locator("main")).to_contain_text("ما بقي ليكتمل الطلب")


def test_whose_registration_is_open_is_listed_and_leads_to_his_page(desk: Desk, tab: Page) -> None:
    story = desk.story("israr")
    cases.receive(story)
    desk.sign_in(tab, "officer-1@israr")
    tab.goto(f"{desk.url}/people")
    tab.locator("main .lines a").last.click()
    tab.wait_for_url(re.compile(r"/people/[\w-]+$"))
    expect(tab.locator(".rail-nav:visible [aria-current]")).to_have_attribute("href", "/people")


def test_past_its_end_the_list_begins_anew(desk: Desk, officer: Page) -> None:
    officer.goto(f"{desk.url}/requests?start=100000")
    officer.wait_for_url(re.compile(r"/requests$"))
    expect(officer.locator("tr.item").first).to_be_visible()
