"""Nobody gets in but with his own password, and nothing is changed by a form that was not shown to him."""

from __future__ import annotations

import re
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Desk

OFFICER = "officer-1@kadi"


def test_an_officer_signs_in_and_sees_his_day(desk: Desk, tab: Page) -> None:
    desk.sign_in(tab, OFFICER)
    assert tab.locator("h1").inner_text().partition("،")[0] in ("صباح الخير", "مساء الخير")
    assert tab.locator("html").get_attribute("dir") == "rtl"


def test_a_wrong_password_says_so_and_gives_no_session(desk: Desk, tab: Page) -> None:
    tab.goto(f"{desk.url}/sign-in")
    tab.fill("#user", "auditor-1@kadi")
    tab.fill("#password", "wrong")
    tab.click("button.btn-main")
    assert tab.locator("[data-code=sign_in_refused]").is_visible()
    assert "sanad_session" not in {cookie["name"] for cookie in tab.context.cookies()}


def test_a_name_is_the_same_in_large_letters_and_whoever_is_inside_is_told_so(desk: Desk, tab: Page) -> None:
    tab.goto(f"{desk.url}/sign-in")
    assert "officer-1@kadi" in tab.locator("#how").inner_text()
    tab.fill("#user", OFFICER.upper())
    tab.fill("#password", desk.passwords[OFFICER])
    tab.click("button.btn-main")
    tab.wait_for_url(lambda url: "sign-in" not in url)
    tab.goto(f"{desk.url}/sign-in")
    assert "officer-1" in tab.locator(".note").inner_text()


def test_a_board_member_begins_with_the_figures_and_a_role_without_pages_is_told_so(desk: Desk, tab: Page) -> None:
    desk.sign_in(tab, "board-1@kadi")
    assert tab.url.endswith("/windows")
    assert tab.locator(".rail a[href='/platform']").count() == 0
    desk.sign_in(tab, "investigator-1@kadi")
    assert tab.locator("h1").inner_text() == "لا صفحات لدورك بعد"


def test_english_stands_beside_arabic(desk: Desk, tab: Page) -> None:
    desk.sign_in(tab, OFFICER)
    tab.get_by_role("link", name="English").click()
    assert tab.locator("h1").inner_text().startswith("Good ")
    assert tab.locator("html").get_attribute("dir") == "ltr"


def test_signing_out_ends_the_session_on_the_server(desk: Desk, tab: Page) -> None:
    desk.sign_in(tab, OFFICER)
    cookies = {cookie["name"]: cookie["value"] for cookie in tab.context.cookies()}
    tab.click(".btn-out")
    answer = httpx.get(f"{desk.url}/", cookies=cookies, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")


def enter(desk: Desk, tab: Page) -> None:
    """Sign in on the page that is open."""
    tab.fill("#user", OFFICER)
    tab.fill("#password", desk.passwords[OFFICER])
    tab.click("button.btn-main")
    tab.wait_for_url(lambda url: "sign-in" not in url)


def test_whoever_signs_in_on_the_way_to_a_page_sees_that_page(desk: Desk, tab: Page) -> None:
    tab.goto(f"{desk.url}/requests?stage=open")
    assert "/sign-in" in tab.url
    tab.get_by_role("link", name="English").click()
    enter(desk, tab)
    assert tab.url == f"{desk.url}/requests?stage=open"


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org", "/\\example.org", "/\r\nSet-Cookie: a=b"]
)
def test_signing_in_leads_nowhere_else(desk: Desk, tab: Page, elsewhere: str) -> None:
    tab.goto(f"{desk.url}/sign-in?next={quote(elsewhere)}")
    enter(desk, tab)
    assert tab.url == f"{desk.url}/"


def test_what_was_typed_before_the_sign_in_ended_is_sent_after_the_next_one(desk: Desk, tab: Page) -> None:
    desk.sign_in(tab, OFFICER)
    tab.goto(f"{desk.url}/inquiries")
    tab.select_option("select[name=channel]", "phone_call")
    tab.select_option("select[name=topic_code]", "conditions")
    tab.fill("textarea[name=question]", "سؤال كُتب قبل انتهاء الدخول")
    other = tab.context.new_page()
    other.goto(desk.url)
    other.click(".btn-out")
    tab.click("button[data-command=ReceiveInquiry]")
    assert "انتهى دخولك" in tab.locator("[data-code=form_expired]").inner_text()
    assert tab.locator(".words").inner_text() == "سؤال كُتب قبل انتهاء الدخول"
    desk.sign_in(other, OFFICER)
    tab.click("[data-command=send-again]")
    assert "من دخول سابق" in tab.locator("[data-code=form_expired]").inner_text()
    tab.click("[data-command=send-again]")
    tab.wait_for_url(re.compile(r"/inquiries/[\w-]+$"))
    assert "سؤال كُتب قبل انتهاء الدخول" in tab.locator("main").inner_text()


def test_words_that_were_not_sent_are_not_left_without_asking(desk: Desk, tab: Page) -> None:
    desk.sign_in(tab, OFFICER)
    tab.goto(f"{desk.url}/inquiries")
    asked: list[str] = []
    tab.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    tab.fill("textarea[name=question]", "سؤال لم يُرسل بعد")
    tab.get_by_role("link", name="English").click(no_wait_after=True)
    tab.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert tab.locator("textarea[name=question]").input_value() == "سؤال لم يُرسل بعد"
    tab.fill("textarea[name=question]", "")
    tab.get_by_role("link", name="English").click()
    assert tab.locator("html").get_attribute("dir") == "ltr"


def test_what_another_site_sends_is_not_kept(desk: Desk) -> None:
    sent = {"csrf": "x", "question": "سؤال من موقع آخر"}
    for site in ("cross-site", "same-site", "none"):
        answer = httpx.post(f"{desk.url}/inquiries", data=sent, headers={"Sec-Fetch-Site": site})
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")


@pytest.mark.parametrize("csrf", ["", "invented"])
def test_a_form_that_was_not_shown_changes_nothing(desk: Desk, tab: Page, csrf: str) -> None:
    desk.sign_in(tab, OFFICER)
    cookies = {cookie["name"]: cookie["value"] for cookie in tab.context.cookies()}
    answer = httpx.post(f"{desk.url}/reception", cookies=cookies, data={"csrf": csrf, "channel": "interview"})
    assert answer.status_code == 403
    assert 'data-code="form_expired"' in answer.text


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(desk: Desk, tab: Page) -> None:
    desk.sign_in(tab, OFFICER)
    cookie = next(cookie for cookie in tab.context.cookies() if cookie["name"] == "sanad_session")
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
