"""Writes docs/screens: the portal's main pages with invented people, in Arabic at two widths, in English at one.

`python -m tests.browser.screens case day` writes these two alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from gateways.cli.demo import BEGINS
from gateways.cli.first_staff import enter_first_staff
from gateways.cli.starting import load_associations, running
from gateways.portal.first_accounts import first_accounts
from gateways.rehearsal import case as cases
from gateways.rehearsal.names import name_themselves
from gateways.rehearsal.story import Story
from shared.clock import AdjustableClock
from shared.settings import Settings
from tests.browser.conftest import ASSOCIATIONS, CHROMIUM, FLAGS, Desk

SCREENS = Path(__file__).parents[2] / "docs" / "screens"
WIDTHS = {"1440": 1440, "390": 390}


@contextmanager
def rehearsed() -> Iterator[tuple[Desk, dict[str, str]]]:
    """A platform with cases at several stages; the addresses worth a picture, by name."""
    with TemporaryDirectory(prefix="sanad-screens-") as folder:
        data = Path(folder)
        settings = Settings(data=data, keys=data / "keys", http_port=0, grpc_port=0)
        clock = AdjustableClock(BEGINS)
        with running(settings, clock) as (platform, client):
            load_associations(client, ASSOCIATIONS)
            made = first_accounts(settings, ASSOCIATIONS)
            enter_first_staff(client, ASSOCIATIONS)
            name_themselves(client, ASSOCIATIONS)
            desk = Desk(
                url=platform.url,
                data=data,
                passwords={user: password for _, _, user, password in made},
                roles={user: role for _, role, user, _ in made},
                client=client,
                move_to=clock.move_to,
            )
            yield desk, dict(staged(desk))


def staged(desk: Desk) -> Iterator[tuple[str, str]]:
    """Cases on their way: one late, one decided and owed today, one that is gathered, one before a committee."""
    gathering, studied, decided, seated = (desk.story(name) for name in ("kadi", "kadi", "kadi", "israr"))
    for story in (studied, decided):
        cases.receive(story)
        cases.open_and_complete(story)
        story.until(cases.today(story) + timedelta(days=1))
    cases.review(decided)
    decided.until(date.fromisoformat(cases.request(decided)["due_by"]))
    cases.receive(gathering)
    open_only(gathering)
    asked_at_the_counter(gathering)
    cases.receive(seated)
    cases.open_and_complete(seated)
    to_the_table(seated)
    desk.move_to(desk.client.now() + timedelta(minutes=1))
    decided.wait("the decision", lambda: cases.request(decided)["stage"] == "decided")
    yield "day", "/"
    yield "requests", "/requests"
    yield "case", f"/cases/{decided.request_id}"
    yield "readers", f"/cases/{decided.request_id}/readers"
    yield "case-then", f"/cases/{decided.request_id}?event=12"
    yield "case-open", f"/cases/{gathering.request_id}"
    yield "reception", "/reception"
    newcomer = {"reception_id": gathering.id("newcomer"), "channel": "interview"}
    gathering.tell("officer-1", "intake.ReceiveVisitor", "", **newcomer)
    yield "who", f"/reception/{newcomer['reception_id']}"
    yield "inquiries", "/inquiries"
    yield "inquiry", f"/inquiries/{gathering.id('inquiry-0')}"
    yield "keys", "/keys"
    yield "account", "/account"
    yield "search", "/search"
    yield "person", f"/reception/{gathering.id('reception')}/{gathering.id('beneficiary')}"
    yield "reviews", "/reviews"
    review = seated.ask("secretary-1", "committee.ReadReview", request_id=seated.request_id)
    yield "review", f"/reviews/{review['review_id']}"
    yield "sessions", "/sessions"
    yield "session", f"/sessions/{seated.id('session')}"
    yield "people", "/people"
    yield "windows", "/windows"
    yield "tools", "/tools"
    yield "platform", "/platform"


def open_only(story: Story) -> None:
    """A request that lacks everything."""
    story.on_request(
        "officer-1",
        "OpenSupportRequest",
        "",
        beneficiary_id=story.id("beneficiary"),
        service_code=story.ask("officer-1", "intake.ReadStanding")["service_codes"][0],
        channel=story.applicant().visits_by,
    )


def asked_at_the_counter(story: Story) -> None:
    """Two questions that wait, one of them referred; and an item of evidence with its last day, as it stands on it."""
    for no, (topic, question) in enumerate(QUESTIONS):
        words = {"asker_id": story.id(f"asker-{no}"), "topic_code": topic, "question": question}
        inquiry = {"inquiry_id": story.id(f"inquiry-{no}")}
        story.tell("officer-1", "intake.ReceiveInquiry", "", **inquiry, **words, channel="phone_call")
    story.tell("officer-1", "intake.ReferInquiry", "", **inquiry, referred_to="social_research_officer")
    dated = {"beneficiary_id": story.id("beneficiary"), "item_code": "need_statement"}
    story.on_request("officer-1", "AddEvidence", "", **dated, valid_until_hijri="1448-03-15")


QUESTIONS = (
    ("conditions", "ما شروط الدعم لمن يسكن مع والديه؟"),
    ("service_delivery", "متى تُقدَّم الخدمة بعد صدور القرار؟"),
)


def to_the_table(story: Story) -> None:
    """A committee's item, studied, on the agenda of a session that is held, with a vote and a recusal."""
    found = story.wait(
        "the review", lambda: story.ask("secretary-1", "committee.ReadReview", request_id=story.request_id)
    )
    review, session = {"review_id": found["review_id"]}, {"session_id": story.id("session")}
    study = {"beneficiary_id": story.id("beneficiary"), "study": STUDY, "recommendation_code": "approve"}
    members = ["member-1", "member-2", "member-3"]
    starts = story.client.now() + timedelta(hours=1)
    called = {"starts_at": starts.isoformat(), "member_refs": members}
    story.tell("secretary-1", "committee.AssignReviewer", "", **review, member_ref="member-1", role="rapporteur")
    story.tell("member-1", "committee.RecordStudy", "", **review, **study)
    story.tell("secretary-1", "committee.ScheduleSession", "", **session, **called)
    story.tell("secretary-1", "committee.PlaceOnAgenda", "", **review, **session)
    story.tell("member-3", "committee.DeclareConflict", "", **review, member_ref="member-3")
    story.pass_time(hours=1.5)
    held = {"held_on": cases.today(story).isoformat(), "members_present": members}
    story.tell("secretary-1", "committee.HoldSession", "", **session, **held)
    story.tell("member-1", "committee.CastVote", "", **review, member_ref="member-1", vote="approve")


STUDY = "دخل المشروع ثابت في الشهور الستة الأخيرة، والمعدات الحالية لا تكفي الطلبات. توصي الدراسة بالقبول."
SEEN_BY = {"reviews": "member-2@israr", "review": "member-2@israr", "session": "secretary-1@israr"}
SEEN_BY |= {"sessions": "secretary-1@israr", "windows": "director-1@kadi", "readers": "auditor-1@kadi"}


def user_of(screen: str) -> str:
    """Who looks at a page."""
    return SEEN_BY.get(screen, "officer-1@kadi")


def picture(browser: Browser, desk: Desk, pages: dict[str, str], language: str, width: str) -> None:
    """Every page once."""
    context = browser.new_context(viewport={"width": WIDTHS[width], "height": 900}, color_scheme="light")
    page: Page = context.new_page()
    page.goto(f"{desk.url}/sign-in?lang={language}")
    if not sys.argv[1:]:
        page.screenshot(path=SCREENS / f"sign-in-{language}-{width}.png", full_page=True)
    signed_in = ""
    for name, path in pages.items():
        if user_of(name) != signed_in:
            signed_in = user_of(name)
            desk.sign_in(page, signed_in)
        page.goto(desk.url + path)
        page.screenshot(path=SCREENS / f"{name}-{language}-{width}.png", full_page=True)
    context.close()


def main() -> None:
    """Write them all."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    with rehearsed() as (desk, staged_), sync_playwright() as playwright:
        pages = {name: path for name, path in staged_.items() if name in (sys.argv[1:] or staged_)}
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=list(FLAGS))
        for language, width in (("ar", "1440"), ("ar", "390"), ("en", "1440")):
            picture(browser, desk, pages, language, width)
        browser.close()
    print(f"{len(list(SCREENS.glob('*.png')))} screens in {SCREENS}")


if __name__ == "__main__":
    main()
