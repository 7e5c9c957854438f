"""The case page shows a case as it stood, says so, and takes every action away."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from gateways.rehearsal import case as cases
from tests.browser.conftest import Desk


@pytest.fixture(scope="module")
def case(desk: Desk) -> str:
    """A case that is complete and under review."""
    story = desk.story("kadi")
    cases.receive(story)
    cases.open_and_complete(story)
    return f"{desk.url}/cases/{story.request_id}"


def test_one_arrow_press_goes_back_by_one_fact(desk: Desk, tab: Page, case: str) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(case)
    steps = int(tab.locator("#r").get_attribute("max") or 0)
    tab.locator("#r").focus()
    tab.keyboard.press("ArrowRight")
    tab.wait_for_url(re.compile(rf"event={steps - 1}$"))
    expect(tab.locator(".then")).to_contain_text("تعرض الحالة كما كانت")
    expect(tab.locator("#r")).to_be_focused()
    assert tab.locator("button[data-command]").count() == 0
    assert tab.locator(".thread .later[data-step]").count() == 1


def test_the_page_shows_what_was_true_then(desk: Desk, tab: Page, case: str) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(f"{case}?event=9")
    expect(tab.locator(".facts .pill")).to_have_text("مفتوح")
    expect(tab.locator(".why-h b")).to_have_text("لا موعد بعد")
    tab.click("[data-key=End]")
    expect(tab.locator(".facts .pill")).to_have_text("قيد الدراسة")
    expect(tab.locator(".days .end")).to_be_visible()


def test_any_moment_may_be_asked_for(desk: Desk, tab: Page, case: str) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(f"{case}?event=1")
    tab.click("form[action$='/at'] button")
    tab.wait_for_url(re.compile(r"event=1$"))
    assert tab.locator(".thread .here h3").inner_text() == "استُقبل المراجع"


@pytest.mark.parametrize(("year", "code"), [("2020", "before_the_case"), ("2090", "not_yet")])
def test_a_moment_outside_the_case_is_refused_and_what_was_typed_stays(
    desk: Desk, tab: Page, case: str, year: str, code: str
) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(case)
    tab.fill("#y", year)
    tab.click("form[action$='/at'] button")
    assert tab.locator(".time .refusal").get_attribute("data-code") == code
    assert tab.locator("#y").input_value() == year


def test_quick_presses_go_back_by_as_many_facts(desk: Desk, tab: Page, case: str) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(case)
    steps = int(tab.locator("#r").get_attribute("max") or 0)
    tab.locator("#r").focus()
    for _ in range(4):
        tab.keyboard.press("ArrowRight")
    tab.wait_for_url(re.compile(rf"event={steps - 4}$"))


def test_what_followed_by_itself_is_folded_and_opens(desk: Desk, tab: Page, case: str) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(case)
    run = tab.locator(".thread > .run").first
    expect(run.locator("[data-step]").first).to_be_hidden()
    run.locator("summary").first.click()
    expect(run.locator("[data-step]").first).to_be_visible()
    steps = [int(one.get_attribute("data-step") or 0) for one in tab.locator(".thread [data-step]").all()]
    assert sorted(steps) == list(range(1, int(tab.locator("#r").get_attribute("max") or 0) + 1))


def test_the_slider_says_where_it_is_while_it_is_held(desk: Desk, tab: Page, case: str) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(case)
    tab.locator("#r").evaluate("one => { one.value = 1; one.dispatchEvent(new Event('input', {bubbles: true})) }")
    expect(tab.locator("output.held")).to_have_text("استُقبل المراجع")


def test_a_print_of_a_past_moment_says_so_first_and_holds_no_action(desk: Desk, tab: Page, case: str) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(f"{case}?event=9")
    tab.emulate_media(media="print")
    first, number, _ = tab.locator(".sheet p").all()
    assert first.inner_text().startswith("الحالة كما كانت")
    expect(number).to_contain_text("السياسة: الإصدار 1")
    for gone in (".rail", ".top", ".time", "main .btn"):
        assert [one for one in tab.locator(gone).all() if one.is_visible()] == []
    tab.goto(case)
    assert tab.locator(".sheet p").count() == 2


def test_on_paper_a_summary_comes_first_and_what_followed_by_itself_is_folded(desk: Desk, tab: Page, case: str) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(case)
    tab.locator(".run summary").first.click()
    tab.emulate_media(media="print")
    expect(tab.locator("[data-summary]")).to_contain_text("الوحدة الإدارية المختصة")
    shown = [one.inner_text() for one in tab.locator("main [lang=en]").all() if one.is_visible()]
    assert [text for text in shown if not text.startswith("SA-")] == [], "an Arabic page is read in Arabic"
    runs, titles = tab.locator(".thread>.run>details>summary"), tab.locator(".thread h3")
    assert all(one.is_visible() for one in runs.all())
    by_hand = tab.locator(".thread:not(.inner)>li:not(.run)").count()
    assert len([one for one in titles.all() if one.is_visible()]) == by_hand


def test_without_scripts_the_case_is_walked_by_its_links(desk: Desk, tab: Page, case: str) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    browser = tab.context.browser
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False, storage_state=tab.context.storage_state()).new_page()
    plain.goto(case)
    plain.get_by_role("link", name="الحدث السابق").click()
    expect(plain.locator(".then")).to_be_visible()
    assert "event=" in plain.url
    plain.context.close()
