"""A person's own page: what was missing at registration is added there, and what was wrong is put right."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from gateways.rehearsal import case as cases
from tests.browser.conftest import Desk
from tests.browser.screens import open_only
from tests.browser.test_a_case import press
from tests.browser.test_at_the_counter import receive


def registered_by_name_alone(desk: Desk, page: Page, name: str) -> None:
    """Somebody who gave nothing but his name."""
    receive(desk, page)
    page.fill("#name", name)
    page.click("button[data-command=register]")
    expect(page.locator("#unreachable")).to_be_visible()
    page.check("input[name=unreachable]")
    page.click("button[data-command=register]")
    page.wait_for_url(re.compile(r"/reception/[\w-]+/[\w-]{36}$"))


def corrected(page: Page, **typed: str) -> None:
    """The fold is open where there is no contact point yet."""
    for name, value in typed.items():
        page.fill(f"[name='{name}']", value)
    page.select_option("select[name=basis]", "said_by_himself")
    press(page, "CorrectBeneficiaryData")


def test_whoever_gave_only_his_name_is_reachable_once_a_number_is_added(desk: Desk, tab: Page) -> None:
    registered_by_name_alone(desk, tab, "مثال بلا هاتف")
    assert tab.locator("button[data-command=AgreeContactChannel]").count() == 0
    corrected(tab, new_value="0500000077")
    offered = tab.locator("select[name='channel contact_point_id'] option").all_inner_texts()
    assert any("الاتصال" in one for one in offered)
    assert any("المقابلة، بموعد يُتفق عليه هاتفيًا على" in one for one in offered)
    assert not any("الفاكس" in one or "البريد" in one or "التطوع" in one for one in offered)


def test_the_original_is_not_seen_of_a_document_without_a_number_until_it_is_added(desk: Desk, tab: Page) -> None:
    registered_by_name_alone(desk, tab, "مثال بلا رقم")
    tab.select_option("select[name=document_kind]", "national_id")
    tab.click("button[data-command=VerifyIdentity]")
    tab.wait_for_load_state()
    assert tab.locator(".refusal").get_attribute("data-code") == "identity_number_missing"
    corrected(tab, id_number="1000000842", new_value="0500000078")
    press(tab, "VerifyIdentity")
    expect(tab.locator(".facts")).to_contain_text("اطُّلع على الأصل")


def test_the_agreed_channel_is_shown_and_can_be_changed(desk: Desk, tab: Page) -> None:
    story = desk.story("kadi")
    cases.receive(story)
    open_only(story)
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(f"{desk.url}/cases/{story.request_id}")
    tab.click("text=بيانات المستفيد")
    expect(tab.locator(".facts")).to_contain_text("الوسيلة المتفق عليها: البريد")
    expect(tab.locator("section", has_text="طلباته").locator("a[href^='/cases/']").first).to_be_visible()
    tab.click("summary:has-text('غيّر وسيلة التواصل')")
    tab.select_option("select[name='channel contact_point_id']", "phone_call phone-1")
    press(tab, "AgreeContactChannel")
    expect(tab.locator(".facts")).to_contain_text("الوسيلة المتفق عليها: الاتصال")


def test_the_number_of_another_takes_more_than_a_tick(desk: Desk, tab: Page) -> None:
    story = desk.story("kadi")
    cases.receive(story)
    receive(desk, tab)
    tab.fill("#name", "مثال يشارك الرقم")
    tab.fill("#id_number", story.applicant().identity["number"])
    tab.fill("#phone", "0500000079")
    tab.click("button[data-command=register]")
    expect(tab.locator("#unsaved")).to_be_visible()
    tab.check("input[name=other_than]")
    tab.click("button[data-command=register]")
    expect(tab.locator(".refusal")).to_contain_text("مسجّل لشخص آخر")
    assert tab.locator(".refusal").get_attribute("data-code") == "number_of_another"
    tab.fill("textarea[name=shared_number_reason]", "رقم رب الأسرة")
    expect(tab.locator("input[name=other_than]")).to_be_checked()
    tab.click("button[data-command=register]")
    tab.wait_for_url(re.compile(r"/reception/[\w-]+/[\w-]{36}$"))
