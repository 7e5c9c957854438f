"""Every role at every address: what a page shows is what the services let that role ask, and nothing of others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from fastapi.routing import APIRoute

from gateways.portal import app
from gateways.portal.permitted import BY
from gateways.rehearsal import case as cases
from tests.browser.conftest import Desk

# What each page asks first; whoever may not ask that is told so.
NEEDED = {
    "/reception": ("intake", "ListAtTheCounter"),
    "/requests": ("intake", "ListRequests"),
    "/windows": ("intake", "ReadWindowsKept"),
    "/tools": ("governance", "ListTools"),
    "/cases/{case}": ("intake", "ReadRequest"),
    "/cases/{case}?event=3": ("intake", "ReadRequest"),
    "/cases/{case}/at?{today}&time=23:59": ("intake", "ReadRequest"),
    "/cases/{case}/evidence": ("audit", "ExportCase"),
    "/cases/{case}/readers": ("governance", "ListContentReadings"),
    "/inquiries": ("intake", "ListAtTheCounter"),
    "/inquiries/{inquiry}": ("intake", "ReadInquiry"),
    "/people": ("intake", "ListIncompleteRegistrations"),
    "/people/{person}": ("intake", "ReadBeneficiary"),
    "/reception/{visit}/{person}": ("intake", "ReadBeneficiary"),
    "/search": ("intake", "ListRequests"),
    "/reviews": ("committee", "ListReviews"),
    "/reviews/{review}": ("committee", "ReadReview"),
    "/sessions": ("committee", "ListSessions"),
}
OPEN = {"/", "/platform", "/keys", "/account", "/reception/{visit}", "/sign-in"}


@pytest.fixture(scope="module")
def known(desk: Desk) -> dict[str, str]:
    """One case of kadi before its reviewing body."""
    story = desk.story("kadi")
    cases.receive(story)
    cases.open_and_complete(story)
    reading = lambda: story.ask("secretary-1", "committee.ReadReview", request_id=story.request_id)  # noqa: E731
    review = story.wait("the review", reading)
    asked = {"inquiry_id": story.id("inquiry"), "asker_id": story.id("beneficiary"), "topic_code": "conditions"}
    story.tell("officer-1", "intake.ReceiveInquiry", "", **asked, channel="interview", question="سؤال مثال كادي")
    day = cases.today(story)
    return {
        "today": f"day={day.day}&month={day.month}&year={day.year}",
        "inquiry": story.id("inquiry"),
        "case": story.request_id,
        "visit": story.id("reception"),
        "person": story.id("beneficiary"),
        "review": review["review_id"],
    }


@pytest.fixture(scope="module")
def browsers(desk: Desk) -> Iterator[dict[str, httpx.Client]]:
    """Everybody, signed in."""
    signed_in = {user: entered(desk, user) for user in desk.passwords}
    yield signed_in
    for client in signed_in.values():
        client.close()


def entered(desk: Desk, user: str) -> httpx.Client:
    """A signed-in client."""
    client = httpx.Client(base_url=desk.url, timeout=30)
    shown = client.get("/sign-in").text
    token = re.search(r'name="csrf" value="([^"]+)"', shown)
    assert token is not None
    words = {"user": user, "password": desk.passwords[user], "csrf": token.group(1)}
    assert client.post("/sign-in", data=words).status_code == 303
    return client


def test_each_role_sees_what_the_services_let_it_ask(
    desk: Desk, browsers: dict[str, httpx.Client], known: dict[str, str]
) -> None:
    wrong = []
    for user, client in browsers.items():
        if not user.endswith("@kadi"):
            continue
        for path, asked in NEEDED.items():
            answer = client.get(path.format(**known))
            permitted = desk.roles[user] in BY[asked]
            if permitted != (answer.status_code in (200, 303)) or (not permitted and answer.status_code != 403):
                wrong.append((user, path, answer.status_code))
    assert wrong == []


def test_nobody_of_another_association_sees_anything_of_a_case(
    browsers: dict[str, httpx.Client], known: dict[str, str]
) -> None:
    seen = []
    for user, client in browsers.items():
        if user.endswith("@kadi"):
            continue
        for path in NEEDED:
            answer = client.get(path.format(**known))
            if "{" in path and answer.status_code not in (403, 404):
                seen.append((user, path, answer.status_code))
            told = unescape(answer.text)
            if known["case"] in told.replace(path.format(**known), "") or "مثال كادي الأول" in told:
                seen.append((user, path, "content"))
    assert seen == []


def test_without_a_session_every_page_leads_to_the_sign_in(desk: Desk, known: dict[str, str]) -> None:
    for path in (*NEEDED, *(OPEN - {"/sign-in"})):
        wanted = path.format(**known)
        answer = httpx.get(desk.url + wanted)
        assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/sign-in"), path
        assert parse_qs(urlsplit(answer.headers["location"]).query).get("next", ["/"]) == [wanted], path


def test_no_form_is_taken_without_its_token(browsers: dict[str, httpx.Client], known: dict[str, str]) -> None:
    posts = [path for path in routes("POST") if not path.startswith(("/v1/", "/sign-in"))]
    assert len(posts) >= 15
    for path in posts:
        filled = re.sub(
            r"{(\w+)(?::\w+)?}", lambda part: known["visit"] if part.group(1) != "command" else "CloseRequest", path
        )
        answer = browsers["officer-1@kadi"].post(filled, data={"channel": "interview"})
        assert answer.status_code == 403, path


def test_no_page_was_forgotten_here() -> None:
    pages = {path for path in routes("GET") if not path.startswith("/v1/")}
    shapes = {re.sub(r"{\w+}", "*", path.partition("?")[0]) for path in (*NEEDED, *OPEN)}
    others = {"/health", "/readyz", "/metrics", "/sessions/*"}
    assert {re.sub(r"{\w+(:\w+)?}", "*", path) for path in pages} == shapes | others


def routes(method: str) -> set[str]:
    """Every address of the portal's own modules."""
    modules = (app.api, app.health, *app.PAGES)
    found = {
        route.path
        for module in modules
        for route in module.router.routes
        if isinstance(route, APIRoute) and method in route.methods
    }
    return found | ({"/metrics"} if method == "GET" else set())


def test_a_page_says_what_the_browser_must_not_do(browsers: dict[str, httpx.Client], known: dict[str, str]) -> None:
    answer = browsers["officer-1@kadi"].get(f"/cases/{known['case']}")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["Cache-Control"] == "no-store"
    assert not re.search(r"\sstyle=|<style|<script(?![^>]*src=)|\son\w+=", answer.text)
