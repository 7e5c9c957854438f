"""A committee's case in the browser: session, agenda, votes, decision, and the reply that has to wait."""

from __future__ import annotations

from hashlib import sha256

from playwright.sync_api import Page, expect

from gateways.rehearsal import case as cases
from tests.browser.conftest import Desk
from tests.browser.test_a_case import open_when, press, write_decision


def opened(desk: Desk, page: Page, user: str, path: str) -> None:
    """A page as one of the body sees it."""
    desk.sign_in(page, user)
    page.goto(desk.url + path)


def study(page: Page) -> None:
    """The member who was assigned puts his study on record."""
    page.locator("details.fold:has(textarea[name=study]) > summary").click()
    page.fill("textarea[name=study]", "دراسة مثال")
    page.select_option("select[name=recommendation_code]", "approve")
    press(page, "RecordStudy")


def call_and_hold(desk: Desk, page: Page, review: str) -> str:
    """The secretary calls a session, puts the request on its agenda and records that it was held."""
    opened(desk, page, "secretary-1@israr", "/sessions")
    for name in ("عضو مثال الأول", "عضو مثال الثاني", "عضو مثال الثالث"):
        page.get_by_label(name).check()
    page.fill("#place", "قاعة الاجتماعات")
    press(page, "ScheduleSession")
    session = page.url
    page.goto(desk.url + review)
    page.locator("details.fold:has(button[data-command=PlaceOnAgenda]) > summary").click()
    page.select_option("form[action$=PlaceOnAgenda] select", session.rpartition("/")[2])
    press(page, "PlaceOnAgenda")
    page.goto(session)
    for member in ("member-1", "member-2", "member-3"):
        page.check(f"input[name=members_present][value={member}]")
    press(page, "HoldSession")
    expect(page.locator("[data-waits=items_open]")).to_contain_text("بند واحد")
    expect(page.locator(".facts")).to_contain_text("حضر 3 أعضاء من أصل 3")
    expect(page.locator(".rail .who")).to_contain_text("أمين لجنة البحث")
    return session


def minute(page: Page, session: str) -> None:
    """The minutes say the grounds in words, keep the remarks, and are adopted by all who were present."""
    page.goto(session)
    page.fill("textarea[name=remarks]", "تمت الجلسة")
    press(page, "DraftMinutes")
    for said in ("ثبتت الحاجة", "عضو مثال الثالث", "لجنة البحث", "قاعة الاجتماعات", "لم يُعتمد بعد", "تمت الجلسة"):
        expect(page.locator(".minutes")).to_contain_text(said)
    expect(page.locator(".minutes pre")).to_be_hidden()
    adopted = page.locator(".minutes pre").text_content() or ""
    assert sha256(adopted.encode()).hexdigest() == page.locator(".letter bdi.code").text_content()
    expect(page.locator(".signs")).to_be_hidden()
    page.check("input[name=adopted_by][value=member-1]")
    page.click("button[data-command=AdoptMinutes]")
    assert page.locator(".refusal").get_attribute("data-code") == "adoption_incomplete"
    expect(page.locator(".refusal")).to_contain_text("عضو مثال الثاني")
    for member in ("member-2", "member-3"):
        page.check(f"input[name=adopted_by][value={member}]")
    page.click("button[data-command=AdoptMinutes]")
    expect(page.locator(".facts .pill")).to_have_text("اعتُمد محضرها")
    expect(page.locator("[data-adopted]")).to_contain_text("عضو مثال الثالث، يوم")
    page.emulate_media(media="print")
    expect(page.locator(".minutes h2")).to_be_visible()
    expect(page.locator(".signs tr")).to_have_count(4)  # three members and the secretary
    expect(page.locator(".agenda")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="أسباب القرارات بالكلمات").click()
    expect(page.locator("[data-reasons]")).to_contain_text("ثبتت الحاجة")


def test_a_committee_decides_and_its_reply_waits(desk: Desk, tab: Page) -> None:
    story = desk.story("israr")
    cases.receive(story)
    cases.open_and_complete(story)
    found = story.wait("it", lambda: story.ask("secretary-1", "committee.ReadReview", request_id=story.request_id))
    review = f"/reviews/{found['review_id']}"
    stranger = {"review_id": found["review_id"], "member_ref": "member-9", "role": "reviewer"}
    assert story.refused("secretary-1", "committee.AssignReviewer", **stranger) == "not_of_the_body"
    opened(desk, tab, "member-1@israr", review)
    study(tab)
    opened(desk, tab, "member-3@israr", review)
    press(tab, "DeclareConflict")
    session = call_and_hold(desk, tab, review)
    for member in ("member-1", "member-2"):
        opened(desk, tab, f"{member}@israr", review)
        assert tab.locator("input[name=vote]:checked").count() == 0
        tab.keyboard.press("Digit1")
        tab.fill("#vote-reason", f"سبب {member}")
        press(tab, "CastVote")
    expect(tab.locator(".member.out")).to_contain_text("متنحٍّ")
    expect(tab.locator("aside .note.wait")).to_contain_text("لا يصوّت ولا يُعد في النصاب")
    expect(tab.locator(".agenda [aria-current] b")).to_have_text("الدعم")
    expect(tab.locator(".agenda [aria-current]")).to_contain_text("صوّت الجميع، ويمكن تسجيل القرار")
    opened(desk, tab, "secretary-1@israr", review)
    tab.check("input[name=outcome][value=approved]")
    expect(tab.locator("[data-tally]")).to_have_text("الأصوات: للقبول 2، للرفض 0، امتناع 0")
    tab.fill("textarea[name=reasons]", "بلا سبب مختار")
    tab.click("button[data-command=RecordDecision]")
    expect(tab.locator("[data-code=reasons_missing]")).to_be_visible()
    assert tab.locator("textarea[name=reasons]").input_value() == "بلا سبب مختار"
    tab.check("input[name=outcome][value=rejected]")
    tab.check("input[name=reason_codes][value=outside_scope]")
    write_decision(tab)
    expect(tab.locator("section:has(#cf)")).not_to_contain_text("خارج نطاق الخدمة")
    expect(tab.locator(".dossier")).not_to_contain_text("سبب member-1")
    press(tab, "ConfirmDecision")
    expect(tab.locator(".dossier")).to_contain_text("سبب member-1")
    minute(tab, session)
    desk.sign_in(tab, "officer-1@israr")
    open_when(tab, f"{desk.url}/cases/{story.request_id}", "صدر القرار")
    expect(tab.locator(".why-h")).to_contain_text("لا يُبلَّغ الرد قبل")
    expect(tab.locator(".thread .run").filter(has_text="القناة التجريبية، ولم يُرسل إلى أحد").first).to_be_visible()
    expect(tab.locator(".thread").first).to_contain_text("أُحيل الطلب إلى لجنة البحث")
    expect(tab.locator("[data-guarded]")).to_contain_text("للإدارة العليا أن تأذن برد مبكر")
    expect(tab.locator("button[data-command=CommunicateDecision]")).to_have_count(0)
