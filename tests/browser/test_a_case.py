"""One case from the door to its reply, as people carry it through the portal."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import Page, expect

from tests.browser.conftest import Desk


def press(page: Page, command: str) -> None:
    """Send the form of a command, opening it first where it is folded; the page that follows holds no refusal."""
    button = page.locator(f"button[data-command={command}]").first
    if not button.is_visible():
        page.locator(f"details.fold:has(button[data-command={command}]) > summary").first.click()
    button.click()
    page.wait_for_load_state()
    refused = page.locator(".refusal")
    assert refused.count() == 0, refused.first.inner_text()


def open_when(page: Page, case: str, stage: str) -> None:
    """What follows by itself in another service may take a moment."""
    for _ in range(50):
        page.goto(case)
        if stage in page.locator(".facts .pill").inner_text():
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"The case did not come to: {stage}")


def receive_and_register(page: Page) -> None:
    """Somebody comes and is entered into the register."""
    page.goto(page.url.rstrip("/") + "/reception")
    page.select_option("select[name=channel]", "interview")
    page.click("main button.btn-main")
    page.fill("#name", "مثال كادي الثاني")
    page.fill("#id_number", "1900000017")
    page.fill("#phone", "0500000002")
    page.fill("#birth-d", "12")
    page.fill("#birth-y", "1405")
    page.check("input[name=sighted]")
    page.click("button[data-command=register]")
    page.wait_for_url(re.compile(r"/reception/[\w-]+/[\w-]+$"))
    page.locator("form[action$=AgreeContactChannel] select").select_option(index=1)
    press(page, "AgreeContactChannel")
    page.select_option("form[action$=OpenSupportRequest] select[name=channel]", "interview")
    press(page, "OpenSupportRequest")
    page.wait_for_url(re.compile(r"/cases/"))


def gather_and_complete(page: Page) -> None:
    """What was seen on entry counts; the rest is brought, matched, signed; the request goes to the reviewing body."""
    expect(page.locator("li", has_text="الاطلاع على أصل الهوية").first).to_contain_text("اطُّلع على الأصل")
    expect(page.locator("figure.shown")).to_contain_text(["يصلك الرد خلال 15 يوم عمل", "أقر بصحة البيانات"])
    for command in (
        "ProvideCriteria",
        "AddEvidence",
        "MatchEvidence",
        "SignDeclaration",
        "ExplainProcess",
        "SubmitSupportRequest",
        "CompleteSupportRequest",
    ):
        press(page, command)
    expect(page.locator(".why-h b")).to_contain_text("2026")
    press(page, "EndReception")
    expect(page.locator("button[data-command=ReferToReview]")).to_contain_text("الوحدة الإدارية المختصة")
    press(page, "ReferToReview")


def write_decision(page: Page) -> None:
    """Only grounds that fit are shown, and what is written is read back before it is recorded."""
    page.check("input[name=outcome][value=approved]")
    expect(page.locator("input[name=reason_codes][value=need_not_established]")).to_be_hidden()
    page.check("input[name=reason_codes][value=need_established]")
    page.fill("textarea[name=reasons]", "ثبتت الحاجة")
    page.fill("textarea[name=award]", "سلة غذائية، مرة واحدة")
    press(page, "RecordDecision")
    expect(page.locator("#cf")).to_be_visible()


def decide(page: Page, number: str) -> None:
    """The competent unit studies and decides."""
    page.get_by_role("link", name=number).click()
    page.locator("details.fold:has(textarea[name=study]) > summary").click()
    page.fill("textarea[name=study]", "دراسة مثال")
    page.select_option("select[name=recommendation_code]", "approve")
    press(page, "RecordStudy")
    write_decision(page)
    press(page, "ConfirmDecision")
    expect(page.locator("h2", has_text="القرار: قبول")).to_be_visible()


def test_a_case_is_carried_from_the_door_to_its_reply_and_delivery(desk: Desk, tab: Page) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    receive_and_register(tab)
    case = tab.url
    number = tab.locator(".crumbs bdi").inner_text()
    gather_and_complete(tab)
    expect(tab.locator(".side")).to_contain_text("تكليف دارس أو تسجيل دراسة")
    desk.move_to(desk.client.now() + timedelta(days=1))
    desk.sign_in(tab, "member-1@kadi")
    decide(tab, number)
    desk.sign_in(tab, "officer-1@kadi")
    open_when(tab, case, "صدر القرار")
    expect(tab.locator(".side .dossier")).to_contain_text("ثبتت الحاجة")
    expect(tab.locator("form[action$=CommunicateDecision] figure")).to_contain_text("+966500000002")
    press(tab, "CommunicateDecision")
    expect(tab.locator(".facts .pill")).to_contain_text("أُبلغ بالرد")
    expect(tab.locator(".why-h")).to_contain_text("أُبلغ بالرد يوم")
    desk.sign_in(tab, "provider-1@kadi")
    tab.goto(case)
    expect(tab.locator("[data-recipient]")).to_have_text("مثال كادي الثاني")
    expect(tab.locator("[data-award]")).to_have_text("سلة غذائية، مرة واحدة")
    press(tab, "StartService")
    tab.fill("textarea[name=details]", "سلة غذائية سُلّمت في المقر")
    press(tab, "DeliverService")
    expect(tab.locator("[data-delivery]")).to_have_text("سلة غذائية سُلّمت في المقر")
    expect(tab.locator(".facts .pill")).to_contain_text("قُدّمت الخدمة")


def test_a_refusal_stays_beside_its_form_and_keeps_what_was_typed(desk: Desk, tab: Page) -> None:
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(f"{desk.url}/reception")
    tab.select_option("select[name=channel]", "interview")
    tab.click("main button.btn-main")
    tab.fill("#name", "مثال كادي الثالث")
    tab.fill("#id_number", "1900000010")
    tab.click("button[data-command=register]")
    refusal = tab.locator("form:has(#name) .refusal")
    expect(refusal).to_be_visible()
    assert refusal.get_attribute("data-code")
    assert tab.locator("#name").input_value() == "مثال كادي الثالث"
    assert "1900000010" not in tab.url


def test_an_early_submission_is_refused_in_place_by_the_domain(desk: Desk, tab: Page) -> None:
    desk.sign_in(tab, "officer-1@israr")
    receive_and_register(tab)
    lacks = tab.locator(".acts [data-lacks]")
    assert lacks.count() == tab.locator("[data-obstacle]").count() > 2, "beside the button, all that is on the list"
    named = lacks.locator("span").all_inner_texts()
    tab.locator("button[data-command=SubmitSupportRequest]").click()
    refusal = tab.locator("form[action$=SubmitSupportRequest] .refusal")
    expect(refusal).to_be_visible()
    assert all(one in refusal.inner_text() for one in named)
