"""The officer's counter in the browser: inquiries, likely duplicates, evidence with its last day, names covered."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from gateways.portal.counter_forms import request_of
from gateways.rehearsal import case as cases
from gateways.rehearsal.people import staff
from tests.browser.conftest import Desk
from tests.browser.screens import open_only
from tests.browser.test_a_case import press

QUESTION = "ما شروط الدعم لمن يسكن مع والديه؟"


def recorded(desk: Desk, page: Page) -> None:
    """An inquiry, recorded from the day's page with its key."""
    desk.sign_in(page, "officer-1@kadi")
    page.goto(desk.url)
    page.keyboard.press("F4")
    page.wait_for_url(re.compile("/inquiries$"))
    page.select_option("select[name=channel]", "phone_call")
    page.select_option("select[name=topic_code]", "conditions")
    page.fill("textarea[name=question]", QUESTION)
    press(page, "ReceiveInquiry")
    expect(page.locator(".words")).to_have_text(QUESTION)


def receive(desk: Desk, page: Page, user: str = "officer-1@kadi") -> None:
    """Somebody is here; nobody knows yet who."""
    desk.sign_in(page, user)
    page.goto(f"{desk.url}/reception")
    page.select_option("select[name=channel]", "interview")
    page.click("main button.btn-main")


def test_an_inquiry_is_answered_from_one_of_the_associations_tools(desk: Desk, tab: Page) -> None:
    recorded(desk, tab)
    inquiry = tab.url
    tab.goto(desk.url)
    expect(tab.locator(f"a[href='{inquiry.removeprefix(desk.url)}']")).to_have_text("شروط الخدمات")
    tab.goto(inquiry)
    tab.select_option("select[name=answer_source]", label="سياسة صرف المساعدات")
    tab.fill("textarea[name=answer]", "تُصرف بعد اكتمال الطلب")
    press(tab, "AnswerInquiry")
    expect(tab.locator(".facts .pill")).to_have_text("أُجيب عنه")
    expect(tab.locator(".kv")).to_contain_text("سياسة صرف المساعدات")
    tab.goto(f"{desk.url}/inquiries")
    assert tab.locator(f"a[href='{inquiry.removeprefix(desk.url)}']").count() == 0


def test_a_referred_inquiry_stays_listed_with_the_one_it_went_to(desk: Desk, tab: Page) -> None:
    recorded(desk, tab)
    inquiry = tab.url.removeprefix(desk.url)
    tab.select_option("select[name=referred_to]", "social_research_officer")
    press(tab, "ReferInquiry")
    tab.goto(f"{desk.url}/inquiries")
    expect(tab.locator(f"li:has(a[href='{inquiry}'])")).to_contain_text("مسؤول البحث الاجتماعي")


@pytest.fixture(scope="module")
def registered(desk: Desk) -> str:
    """Somebody who is in the register already; what he is called there."""
    story = desk.story("kadi")
    cases.receive(story)
    return str(
        story.ask("officer-1", "intake.ReadBeneficiary", beneficiary_id=story.id("beneficiary"), reason="test")[
            "profile"
        ]["name"]
    )


def test_somebody_alike_appears_beside_the_form_before_saving(desk: Desk, tab: Page, registered: str) -> None:
    receive(desk, tab)
    visit = tab.url
    tab.fill("#name", registered)
    tab.locator("#name").press("Tab")
    expect(tab.locator("#alike h2")).to_contain_text("هل هو نفسه؟")
    assert tab.url == visit
    tab.fill("#phone", "0500000055")
    tab.click("button[data-command=register]")
    tab.wait_for_url(re.compile("/register$"))
    expect(tab.locator("#unsaved")).to_contain_text("لم يُسجَّل بعد")
    assert tab.locator("#name").input_value() == registered
    for choice in tab.locator("input[name=other_than]").all()[1:]:
        choice.check()
    tab.click("button[data-command=register]")
    expect(tab.locator("input[name=other_than]:not(:checked)")).to_have_count(1)
    tab.check("input[name=other_than]:not(:checked)")
    tab.click("button[data-command=register]")
    tab.wait_for_url(re.compile(r"/reception/[\w-]+/[\w-]{36}$"))


def test_who_decided_that_it_is_another_person_stands_in_the_case(desk: Desk, tab: Page, registered: str) -> None:
    receive(desk, tab)
    tab.fill("#name", registered)
    tab.fill("#phone", "0500000056")
    tab.click("button[data-command=register]")
    tab.wait_for_url(re.compile("/register$"))
    for choice in tab.locator("input[name=other_than]").all():
        choice.check()
    tab.click("button[data-command=register]")
    tab.wait_for_url(re.compile(r"/reception/[\w-]+/[\w-]{36}$"))
    visit, person = tab.url.split("/")[-2:]
    request_id = request_of(visit)
    service = desk.story("kadi").ask("officer-1", "intake.ReadStanding")["service_codes"][0]
    opening = {"beneficiary_id": person, "service_code": service, "channel": "interview"}
    desk.client.tell(staff("kadi", "officer-1"), "intake.OpenSupportRequest", {"request_id": request_id, **opening})
    steps = desk.client.case(staff("kadi", "auditor-1"), request_id)["steps"]
    dismissed = [step for step in steps if step["type"] == "DuplicateDismissed"]
    assert {step["actor_ref"] for step in dismissed} == {"officer-1"}
    assert person not in {json.loads(step["data"])["other_id"] for step in dismissed}
    tab.goto(f"{desk.url}/cases/{request_id}")
    step = tab.locator(".thread li", has_text="تقرر أنه غير المسجّل من قبل").first
    expect(step).to_contain_text("موظف مثال الأول")
    expect(step).to_contain_text("الاسم")


def test_without_scripts_as_well_the_officer_decides_whether_it_is_the_same_person(
    desk: Desk, tab: Page, registered: str
) -> None:
    receive(desk, tab)
    browser = tab.context.browser
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False, storage_state=tab.context.storage_state()).new_page()
    plain.goto(tab.url)
    plain.fill("#name", registered)
    plain.click("button[formaction$=alike]")
    assert registered not in plain.url
    plain.locator("#alike form button").first.click()
    expect(plain.locator("h1")).to_have_text(registered)
    plain.context.close()


def gathering(desk: Desk, page: Page, tenant: str = "israr") -> None:
    """An open request; the policy of israr asks for evidence in date, that of kadi does not."""
    story = desk.story(tenant)
    cases.receive(story)
    open_only(story)
    desk.sign_in(page, f"officer-1@{tenant}")
    page.goto(f"{desk.url}/cases/{story.request_id}")


def take_in(page: Page, calendar: str, day: str, year: str) -> None:
    """The statement of need, with its last day."""
    line = page.locator("li", has_text="بيان الحاجة").filter(has=page.locator("button[data-command=AddEvidence]"))
    if line.locator("details:not([open])").count():
        line.locator("summary").click()
    line.locator("select[name=valid_until_calendar]").select_option(calendar)
    line.locator("input[name=valid_until_day]").fill(day)
    line.locator("input[name=valid_until_year]").fill(year)
    line.locator("button[data-command=AddEvidence]").click()
    page.wait_for_load_state()


def test_expired_evidence_is_refused_in_place_with_rule_and_clause_and_stays_as_typed(desk: Desk, tab: Page) -> None:
    gathering(desk, tab)
    take_in(tab, "gregorian", "5", "2025")
    refusal = tab.locator("li .refusal")
    expect(refusal).to_contain_text("ساريًا يوم تقديم الطلب")
    assert refusal.get_attribute("data-code") == "evidence_out_of_date"
    assert tab.locator("li:has(.refusal) input[name=valid_until_year]").input_value() == "2025"
    take_in(tab, "hijri", "٢٩", "1449")
    expect(tab.locator("small").filter(has_text="سارٍ حتى").first).to_contain_text("29 محرم 1449 هـ (")


def test_where_the_policy_allows_it_expired_evidence_is_taken_in_after_a_warning_and_shown_as_expired(
    desk: Desk, tab: Page
) -> None:
    gathering(desk, tab, "kadi")
    assert tab.locator("input[name=expired_accepted]").count() == 0
    take_in(tab, "gregorian", "1", "2024")
    assert tab.locator("li .refusal").get_attribute("data-code") == "evidence_expired_unsaid"
    tab.check("input[name=expired_accepted]")
    tab.locator("li:has(.refusal) button[data-command=AddEvidence]").click()
    expect(tab.locator("[data-expired]")).to_contain_text("انتهت صلاحيته في")
    assert tab.locator("small", has_text="سارٍ حتى").count() == 0
    tab.locator("button[data-command=MatchEvidence]").first.click()
    tab.wait_for_load_state()
    expect(tab.locator("[data-expired]")).to_be_visible()
    expect(tab.locator(".evidence header .pill")).to_have_text("فيه ما انتهت صلاحيته")


def test_a_last_day_that_does_not_exist_is_refused_beside_its_field(desk: Desk, tab: Page) -> None:
    gathering(desk, tab)
    take_in(tab, "gregorian", "40", "2027")
    assert tab.locator("li .refusal").get_attribute("data-code") == "no_such_day"


def test_the_month_list_is_that_of_the_calendar_chosen(desk: Desk, tab: Page) -> None:
    receive(desk, tab)
    expect(tab.locator("select[name=birth_hijri_month]")).to_be_visible()
    expect(tab.locator("select[name=birth_gregorian_month]")).to_be_hidden()
    tab.select_option("select[name=birth_calendar]", "gregorian")
    expect(tab.locator("select[name=birth_hijri_month]")).to_be_hidden()
    expect(tab.locator("select[name=birth_gregorian_month]")).to_be_visible()


@pytest.mark.parametrize(("tenant", "covered"), [("kadi", False), ("kayan", True)])
def test_names_begin_covered_where_being_known_is_sensitive_and_stay_as_chosen(
    desk: Desk, tab: Page, tenant: str, covered: bool
) -> None:
    story = desk.story(tenant)
    cases.receive(story)
    person = f"{desk.url}/reception/{story.id('reception')}/{story.id('beneficiary')}"
    desk.sign_in(tab, f"officer-1@{tenant}")
    tab.goto(person)
    assert _is_covered(tab) == covered
    tab.click(".btn-cover")
    assert tab.url == person
    assert _is_covered(tab) != covered
    tab.goto(person)
    assert _is_covered(tab) != covered


def _is_covered(page: Page) -> bool:
    return re.fullmatch(r"(\w\.\s?)+", page.locator("h1").inner_text()) is not None


def test_consent_to_being_asked_is_taken_on_entry_and_taken_back_on_the_page(desk: Desk, tab: Page) -> None:
    receive(desk, tab)
    tab.fill("#name", "مثال كادي الموافق")
    tab.check("input[name=consents]")
    tab.check("input[name=sighted]")
    tab.click("button[data-command=register]")
    assert tab.locator(".refusal").get_attribute("data-code") == "identity_number_missing"
    expect(tab.locator("input[name=consents]")).to_be_checked()
    tab.uncheck("input[name=sighted]")
    tab.fill("#phone", "0500000071")
    tab.click("button[data-command=register]")
    tab.wait_for_url(re.compile(r"/reception/[\w-]+/[\w-]+$"))
    expect(tab.locator("[data-consent=given]")).to_be_visible()
    press(tab, "WithdrawConsent")
    expect(tab.locator("[data-consent=none]")).to_be_visible()
    press(tab, "GiveConsent")
    expect(tab.locator("[data-consent=given]")).to_be_visible()
