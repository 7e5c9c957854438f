"""The shortcuts: by the place of the key, silent in fields, and each can be switched off."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from gateways.rehearsal import case as cases
from tests.browser.conftest import Desk
from tests.browser.screens import open_only


@pytest.fixture(scope="module")
def case(desk: Desk) -> str:
    """A case for the list."""
    story = desk.story("kadi")
    cases.receive(story)
    open_only(story)
    return f"/cases/{story.request_id}"


@pytest.fixture
def day(desk: Desk, tab: Page, case: str) -> Iterator[Page]:
    """The officer's day; whatever was switched off is on again afterwards."""
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(desk.url)
    yield tab
    tab.goto(f"{desk.url}/keys")
    for box in tab.locator("input[type=checkbox]").all():
        box.check()
    tab.click("main button")


def test_rows_are_walked_opened_and_carried_on_from_the_keyboard(desk: Desk, day: Page) -> None:
    day.keyboard.press("ArrowDown")
    expect(day.locator("tr.item a.who").first).to_be_focused()
    day.keyboard.press("ArrowDown")
    day.keyboard.press("ArrowUp")
    expect(day.locator("tr.item a.who").first).to_be_focused()
    day.keyboard.press("Enter")
    day.wait_for_url(re.compile("/cases/"))
    day.keyboard.press("Escape")
    day.wait_for_url(re.compile(r":\d+/requests$"))
    day.keyboard.press("ArrowDown")
    day.keyboard.press("Period")
    day.wait_for_url(re.compile("/cases/"))


def test_keys_are_silent_inside_fields(day: Page) -> None:
    day.keyboard.press("Slash")
    expect(day.locator("#q")).to_be_focused()
    address = day.url
    day.keyboard.press("Shift+Slash")
    day.keyboard.press("F2")
    assert day.url == address
    assert day.locator("#q").input_value() == "?"
    day.keyboard.press("Escape")
    expect(day.locator("#q")).not_to_be_focused()


def test_the_list_of_keys_opens_by_its_key_and_a_key_can_be_switched_off_for_good(desk: Desk, day: Page) -> None:
    day.keyboard.press("Shift+Slash")
    day.wait_for_url(re.compile("/keys$"))
    day.uncheck("input[value=F2]")
    day.click("main button")
    day.goto(desk.url)
    day.keyboard.press("F2")
    day.keyboard.press("F4")
    day.wait_for_url(re.compile("/inquiries$"))
    desk.sign_in(day, "officer-1@kadi")
    day.goto(f"{desk.url}/keys")
    expect(day.locator("input[value=F2]")).not_to_be_checked()
    expect(day.locator("input[value=F4]")).to_be_checked()


def test_home_and_end_go_to_the_first_event_and_back_to_now(desk: Desk, day: Page, case: str) -> None:
    day.goto(desk.url + case)
    day.locator("h1").click()
    day.keyboard.press("Home")
    day.wait_for_url(re.compile("event=1$"))
    day.locator("h1").click()
    day.keyboard.press("End")
    day.wait_for_url(re.compile(r"/cases/[\w-]+$"))
