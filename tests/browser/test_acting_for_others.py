"""Somebody under age at the desk: his guardian is linked from the register and signs in his place."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from playwright.sync_api import Page, expect

from gateways.rehearsal.people import staff, synthetic_number
from gateways.rehearsal.story import Story
from tests.browser.conftest import Desk
from tests.browser.screens import open_only
from tests.browser.test_a_case import press

CHILD: dict[str, Any] = {
    "name": "طفل مثال الصغير",
    "birth": {"calendar": "gregorian", "year": 2017, "month": 3, "day": 4},
}
GUARDIAN: dict[str, Any] = {
    "name": "ولي مثال الكبير",
    "birth": {"calendar": "gregorian", "year": 1985, "month": 3, "day": 4},
}


def registered(story: Story, who: str, profile: Any, number: str) -> str:
    """Somebody in the register, whose document's original nobody has seen yet."""
    id_ = story.id(who)
    identity = {"kind": "national_id", "number": number}
    told = {"beneficiary_id": id_, "kind": "person", "profile": profile, "identity": identity}
    story.tell("officer-1", "intake.RegisterBeneficiary", "", **told, contact_points=story.contact_points())
    return id_


def child_at_the_desk(desk: Desk, page: Page, tenant: str, number: str) -> Story:
    """A child with an open request, and his guardian in the register beside him; the page of the case."""
    story = desk.story(tenant)
    registered(story, "guardian", GUARDIAN, number)
    registered(story, "beneficiary", CHILD, synthetic_number(uuid4()))
    reception = {"reception_id": story.id("reception"), "channel": story.applicant().visits_by}
    story.tell("officer-1", "intake.ReceiveVisitor", "", **reception, request_id=story.request_id)
    open_only(story)
    desk.sign_in(page, f"officer-1@{tenant}")
    page.goto(f"{desk.url}/cases/{story.request_id}")
    return story


def test_a_guardian_is_linked_by_number_and_then_signs_and_is_told(desk: Desk, tab: Page) -> None:
    number = synthetic_number(uuid4())
    story = child_at_the_desk(desk, tab, "kayan", number)
    tab.locator("[data-obstacle=guardian_missing] a").click()
    form = tab.locator("form:has(button[data-command=LinkGuardian])")
    form.locator("select[name=basis]").select_option("natural")
    form.locator("input[name=evidence]").fill("سجل الأسرة")
    form.locator("input[name=guardian]").fill(synthetic_number(uuid4()))
    form.locator("button").click()
    assert tab.locator(".refusal").get_attribute("data-code") == "guardian_not_registered"
    expect(form.locator("input[name=evidence]")).to_have_value("سجل الأسرة")
    form.locator("input[name=guardian]").fill(number.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")))
    press(tab, "LinkGuardian")
    expect(tab.locator("section:has(#gu)")).to_contain_text("ولاية الأب أو الجد")
    tab.locator("form:has(button[data-command=AgreeContactChannel]) select").first.select_option(index=1)
    press(tab, "AgreeContactChannel")
    assert tab.locator("button[data-command=LinkGuardian]").count() == 0
    tab.goto(f"{desk.url}/cases/{story.request_id}")
    tab.locator(".btn-cover").click()
    expect(tab.locator("[data-guardian]")).to_contain_text("ولي مثال الكبير")
    expect(tab.locator("button[data-command=SignDeclaration]")).to_contain_text("توقيع الولي")
    assert tab.locator("[data-obstacle=guardian_missing]").count() == 0
    press(tab, "SignDeclaration")
    steps = desk.client.case(staff("kayan", "auditor-1"), story.request_id)["steps"]
    told = {step["type"]: json.loads(step["data"]) for step in steps}
    assert told["DeclarationSigned"]["signed_by"] == story.id("guardian")
    steps = desk.client.case(staff("kayan", "auditor-1"), story.id("beneficiary"))["steps"]
    told = {step["type"]: json.loads(step["data"]) for step in steps}
    assert told["ContactChannelAgreed"]["recipient_id"] == story.id("guardian")


def test_ward_and_guardian_lead_to_each_other_and_the_guardianship_is_ended_with_its_reason(
    desk: Desk, tab: Page
) -> None:
    story = desk.story("kadi")
    registered(story, "guardian", GUARDIAN, synthetic_number(uuid4()))
    child = {"beneficiary_id": story.id("beneficiary")}
    profile = {"name": CHILD["name"], "birth": {"calendar": "hijri", "year": 1438, "month": 6, "day": 5}}
    story.tell("officer-1", "intake.RegisterBeneficiary", "", **child, kind="person", profile=profile, identity=None)
    desk.sign_in(tab, "officer-1@kadi")
    tab.goto(f"{desk.url}/people/{story.id('beneficiary')}")
    expect(tab.locator("[data-born]")).to_contain_text("5 جمادى الآخرة 1438 هـ")
    expect(tab.locator("[data-unreached]")).to_contain_text("يُبلَّغ وليّه مكانه بعد ربطه")
    link = {"guardian_id": story.id("guardian"), "basis": "appointed", "evidence": "صك مثال"}
    story.tell("officer-1", "intake.LinkGuardian", "", **child, **link)
    tab.reload()
    expect(tab.locator("[data-unreached]")).not_to_contain_text("لا يصله خبر")
    tab.locator("[data-guardian] a").click()
    expect(tab.locator("h1")).to_have_text(GUARDIAN["name"])
    tab.locator("[data-ward] a").click()
    expect(tab.locator("h1")).to_have_text(CHILD["name"])
    tab.locator("[data-guardian] summary").click()
    tab.locator("[data-guardian] select").select_option("court")
    tab.locator("button[data-command=EndGuardianship]").click()
    expect(tab.locator("button[data-command=LinkGuardian]")).to_be_visible()
    assert tab.locator("[data-guardian]").count() == 0
    tab.goto(f"{desk.url}/people/{story.id('guardian')}")
    expect(tab.locator("h1")).to_have_text(GUARDIAN["name"])
    assert tab.locator("[data-ward]").count() == 0


def test_the_original_is_seen_on_the_page_of_the_case_with_the_document_named(desk: Desk, tab: Page) -> None:
    story = child_at_the_desk(desk, tab, "kadi", synthetic_number(uuid4()))
    line = tab.locator(".evidence li", has_text="الاطلاع على أصل الهوية")
    assert line.locator("button[data-command=AddEvidence]").count() == 0, "an original is not taken in"
    line.locator("summary").click()
    line.locator("select[name=document_kind]").select_option("national_id")
    press(tab, "VerifyIdentity")
    expect(line).to_contain_text("اطُّلع على الأصل")
    assert (
        "identity_sighted"
        not in story.ask("officer-1", "intake.ReadRequest", request_id=story.request_id)["missing_items"]
    )
