"""How the dates of replies were kept: what management, the board and governance see, and that it leads to the case."""

from __future__ import annotations

import re
from contextlib import closing
from html import unescape

import httpx
import pytest

from gateways.portal import windows_kept
from gateways.rehearsal import case as cases
from gateways.rehearsal.story import Story
from tests.browser.conftest import Desk
from tests.browser.test_who_may_go_where import entered


@pytest.fixture(scope="module")
def overdue(desk: Desk) -> Story:
    """A request of kadi whose last day is over, without a reply."""
    story = desk.story("kadi")
    cases.receive(story)
    cases.open_and_complete(story)
    story.pass_time(days=40)
    story.wait("the breach", lambda: cases.request(story)["breached"])
    return story


def seen(client: httpx.Client, path: str = "/windows") -> str:
    """What a page says, without its marks."""
    answer = client.get(path)
    assert answer.status_code == 200
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text)))


@pytest.mark.parametrize("user", ["director-1@kadi", "auditor-1@kadi"])
def test_whoever_oversees_cases_comes_from_what_stands_out_to_the_case(desk: Desk, overdue: Story, user: str) -> None:
    with closing(entered(desk, user)) as client:
        number = cases.request(overdue)["number"]
        assert number in seen(client)
        assert f"/cases/{overdue.request_id}" in client.get("/windows").text
        assert client.get(f"/cases/{overdue.request_id}").status_code == 200


@pytest.mark.parametrize("user", ["governance-1@kadi", "board-1@kadi"])
def test_governance_and_the_board_begin_with_the_figures_and_open_no_case(
    desk: Desk, overdue: Story, user: str
) -> None:
    with closing(entered(desk, user)) as client:
        begun = client.get("/", follow_redirects=False)
        assert begun.headers["location"] == "/windows"
        told = seen(client)
        assert cases.request(overdue)["number"] in told
        assert overdue.request_id not in client.get("/windows").text
        assert "15" in told  # working days, as the policy's clause says


def test_figures_add_up_to_what_became_complete(desk: Desk, overdue: Story) -> None:
    figures = overdue.ask("director-1", "intake.ReadWindowsKept")["all_services"]
    fates = ("kept", "early", "late", "overdue", "waiting", "ended")
    assert figures["overdue"] >= 1
    assert sum(figures[fate] for fate in fates) == figures["completed"]


def test_a_time_in_which_nothing_became_complete_says_so(desk: Desk, overdue: Story) -> None:
    with closing(entered(desk, "director-1@kadi")) as client:
        assert "لم يكتمل طلب في هذه المدة" in seen(client, "/windows?period=30")
        assert cases.request(overdue)["number"] in seen(client, "/windows?period=all")
        assert seen(client, "/windows?period=nonsense") == seen(client)


def test_more_than_one_page_holds_is_on_the_next(desk: Desk, overdue: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows_kept, "SHOWN", 1)
    cases.receive(another := desk.story("kadi"))
    cases.open_and_complete(another)
    another.pass_time(days=40)
    another.wait("the breach", lambda: cases.request(another)["breached"])
    with closing(entered(desk, "director-1@kadi")) as client:
        first, second = client.get("/windows").text, client.get("/windows?start=1").text
        assert 'rel="next"' in first
        assert 'rel="prev"' in second
        assert another.request_id in first
        assert overdue.request_id not in first
        assert overdue.request_id in second
        assert another.request_id not in second
