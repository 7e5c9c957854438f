"""A visit at the counter: it remembers who has come, ends with or without a request, and one may bring another."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Desk
from tests.browser.test_a_case import press
from tests.browser.test_at_the_counter import receive

PERSON = re.compile(r"/reception/[\w-]+/[\w-]{36}$")


def entered(page: Page, name: str, phone: str) -> None:
    page.fill("#name", name)
    page.fill("#phone", phone)
    page.click("button[data-command=register]")
    page.wait_for_url(PERSON)


def test_the_cursor_stands_on_the_first_field(desk: Desk, tab: Page) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(desk.url)
    tab.keyboard.press("F2")
    tab.wait_for_url(re.compile("/reception$"))
    expect(tab.locator("select[name=channel]")).to_be_focused()
    tab.select_option("select[name=channel]", "interview")
    tab.click("main button.btn-main")
    expect(tab.locator("#value")).to_be_focused()


def test_a_visit_goes_on_with_the_person_who_is_known_and_ends_without_a_request(desk: Desk, tab: Page) -> None:
    receive(desk, tab)
    visit = tab.url
    entered(tab, "مثال زائر معروف", "0500000331")
    tab.goto(f"{desk.url}/reception")
    tab.click("main >> text=مثال زائر معروف")
    tab.wait_for_url(PERSON)
    tab.goto(visit)
    expect(tab.locator("h1")).to_have_text("مثال زائر معروف")
    assert tab.locator("#f-OpenSupportRequest").is_visible()
    assert tab.locator("section:has(#f-OpenSupportRequest) select[name=channel]").input_value() == "interview"
    press(tab, "EndReception")
    expect(tab.locator("h1")).to_have_text("الاستقبال")
    assert tab.locator("text=مثال زائر معروف").count() == 0


def test_a_visitor_who_leaves_unknown_is_let_go(desk: Desk, tab: Page) -> None:
    receive(desk, tab)
    visit = tab.url.removeprefix(desk.url)
    press(tab, "EndReception")
    assert tab.locator(f"a[href='{visit}']").count() == 0


def test_somebody_else_is_entered_in_the_same_visit_and_one_request_leads_to_another_visit(
    desk: Desk, tab: Page
) -> None:
    receive(desk, tab)
    entered(tab, "مثال أب زائر", "0500000332")
    first = tab.url
    tab.click("text=جاء معه شخص آخر")
    entered(tab, "مثال ابن زائر", "0500000333")
    tab.goto(first)
    press(tab, "OpenSupportRequest")
    case = tab.url.removeprefix(desk.url)
    tab.goto(first)
    expect(tab.locator(".note")).to_contain_text("في هذا الاستقبال طلب مفتوح")
    assert tab.locator(f".note a[href='{case}']").count() == 1
    assert tab.locator("button[data-command=OpenSupportRequest]").count() == 0
    expect(tab.locator(f"section ul a[href='{case}']")).to_be_visible()


def test_a_request_that_ends_says_that_its_visit_is_still_open_and_ends_it_there(desk: Desk, tab: Page) -> None:
    receive(desk, tab)
    entered(tab, "مثال زائر منصرف", "0500000334")
    press(tab, "OpenSupportRequest")
    case = tab.url
    assert tab.locator("[data-still-open]").count() == 0
    tab.locator("details.fold:has(button[data-command=WithdrawRequest]) > summary").click()
    tab.select_option("form[action$=WithdrawRequest] select", "no_longer_needed")
    press(tab, "WithdrawRequest")
    expect(tab.locator("[data-still-open]")).to_contain_text("ما زال الاستقبال")
    tab.goto(f"{desk.url}/reception")
    expect(tab.locator("main")).to_contain_text("مثال زائر منصرف")
    tab.goto(case)
    press(tab, "EndReception")
    assert tab.locator("[data-still-open]").count() == 0
    tab.goto(f"{desk.url}/reception")
    expect(tab.locator("main")).not_to_contain_text("مثال زائر منصرف")
    receive(desk, tab)
    tab.select_option("#find-by", "phone")
    tab.fill("#value", "0500000334")
    tab.keyboard.press("Enter")
    tab.click("button:has-text('مثال زائر منصرف')")
    tab.wait_for_url(PERSON)
    again = tab.url.removeprefix(desk.url)
    tab.goto(case)
    assert tab.locator(f"[data-still-open] a[href='{again}']").count() == 1
