"""Staff are shown by name: given on one's own account's page, read on the pages of one's own association."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from gateways.cli.first_staff import enter_first_staff
from gateways.portal.first_accounts import FIRST
from gateways.rehearsal import case as cases
from shared.domain.actor import Actor
from tests.browser.conftest import Desk

GOVERNING = Actor(tenant="kadi", kind="staff", ref="onboarding-drafter", roles=frozenset({"governance_officer"}))


def give_name(page: Page, desk: Desk, name: str, latin: str) -> None:
    page.goto(f"{desk.url}/account")
    page.fill("#my-name", name)
    page.fill("#my-latin", latin)
    page.click("button[data-command=NameStaffMember]")
    page.wait_for_load_state()


@pytest.fixture
def unnamed(desk: Desk, tab: Page) -> Page:
    """Somebody whom nobody has named, signed in."""
    desk.sign_in(tab, "delegate-1@kadi")
    return tab


def test_whoever_has_no_name_is_shown_by_role_and_reference_and_not_greeted(desk: Desk, unnamed: Page) -> None:
    unnamed.goto(desk.url)
    expect(unnamed.locator("h1")).to_have_text("اليوم")
    expect(unnamed.locator(".rail .who")).to_contain_text("مندوب الفرع")
    expect(unnamed.locator(".rail .who")).to_contain_text("delegate-1")


def test_a_name_given_on_ones_own_page_stands_at_once_on_every_page(desk: Desk, tab: Page) -> None:
    desk.sign_in(tab, "liaison-1@kadi")
    tab.goto(desk.url)
    tab.click(".rail .who")
    give_name(tab, desk, "أم كلثوم مثال", "")
    expect(tab.locator(".rail .who .strong")).to_have_text("أم كلثوم مثال")
    expect(tab.locator(".rail .avatar")).to_have_text("أ")
    tab.goto(desk.url)
    expect(tab.locator("h1")).to_have_text(re.compile("^(صباح|مساء) الخير، أم كلثوم$"))
    tab.goto(f"{desk.url}/?lang=en")
    expect(tab.locator("h1 bdi[lang=ar]")).to_have_text("أم كلثوم")
    give_name(tab, desk, "أم كلثوم مثال", "Example Liaison")
    expect(tab.locator(".rail .who .strong")).to_have_text("Example Liaison")


def test_a_name_that_is_none_is_refused_in_place_and_stays_as_typed(desk: Desk, unnamed: Page) -> None:
    give_name(unnamed, desk, "مثال", "مثال")
    assert unnamed.locator(".refusal").get_attribute("data-code") == "not_in_latin_letters"
    assert unnamed.locator("#my-latin").input_value() == "مثال"
    expect(unnamed.locator(".rail .who")).to_contain_text("delegate-1")


def test_the_thread_of_a_case_names_who_did_what_and_covering_leaves_that_alone(desk: Desk, tab: Page) -> None:
    story = desk.story("kadi")
    cases.receive(story)
    cases.open_and_complete(story)
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(f"{desk.url}/cases/{story.request_id}")
    expect(tab.locator(".thread li", has_text="وُقّع الإقرار").locator(".meta")).to_contain_text("موظف مثال الأول")
    expect(tab.locator("main")).not_to_contain_text("officer-1")
    tab.click(".btn-cover")
    expect(tab.locator(".thread li").first).to_be_visible()
    expect(tab.locator(".thread").first).to_contain_text("موظف مثال الأول")
    tab.click(".btn-cover")
    tab.goto(f"{desk.url}/cases/{story.request_id}?lang=en")
    expect(tab.locator(".thread").first).to_contain_text("Officer Example One")


def test_those_with_a_first_account_are_entered_once_and_without_names(desk: Desk) -> None:
    listed = {one["staff_ref"]: one for one in desk.client.ask(GOVERNING, "governance.ListStaff", {})["staff"]}
    assert set(FIRST) <= set(listed)
    before = desk.client.ask(GOVERNING, "governance.ReadStanding", {})["head"]
    enter_first_staff(desk.client, ["kadi"])
    assert desk.client.ask(GOVERNING, "governance.ReadStanding", {})["head"] == before
    provider = desk.client.ask(GOVERNING, "governance.ReadStaffMember", {"staff_ref": "investigator-1"})
    assert (provider["person"], provider["roles"]) == (None, ["investigation_member"])


def test_who_has_left_is_not_entered_again(desk: Desk) -> None:
    israr = Actor(tenant="israr", kind="staff", ref="onboarding-drafter", roles=frozenset({"governance_officer"}))
    desk.client.tell(israr, "governance.EndService", {"staff_ref": "investigator-1"})
    before = desk.client.ask(israr, "governance.ReadStanding", {})["head"]
    enter_first_staff(desk.client, ["israr"])
    assert desk.client.ask(israr, "governance.ReadStanding", {})["head"] == before


def test_an_inquiry_sent_to_somebody_names_him(desk: Desk, tab: Page) -> None:
    story = desk.story("kadi")
    asked = {"inquiry_id": story.id("inquiry"), "asker_id": story.id("asker"), "topic_code": "conditions"}
    words = {"channel": "phone_call", "question": "سؤال مثال", "routed_to": "research-1"}
    story.tell("officer-1", "intake.ReceiveInquiry", "", **asked, **words)
    desk.sign_in(tab, "officer-1@kadi")
    for path in ("/inquiries", f"/inquiries/{story.id('inquiry')}"):
        tab.goto(desk.url + path)
        expect(tab.locator("main")).to_contain_text("باحث مثال الأول")
        expect(tab.locator("main")).not_to_contain_text("research-1")
    offered = tab.locator("select[name=referred_to] option")
    assert offered.filter(has_text="باحث مثال الأول").count() == 1
    assert offered.filter(has_text=re.compile(r"مندوب الفرع \(\Wdelegate-1\W\)")).count() == 1
    assert offered.filter(has_text="عضو مثال").count() == offered.filter(has_text="officer-1").count() == 0
