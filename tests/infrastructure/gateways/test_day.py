"""The day's list: what presses first, in the window's own unit, and counters that say only what is true."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from gateways.portal.day_counts import ago, counts_of, decided_of, waiting_of
from gateways.portal.day_lines import by_urgency, lines_of
from gateways.portal.deadlines import chip
from gateways.portal.rail import REQUESTS, TODAY
from services.intake.application.asking_of_requests import RequestRow

SUNDAY = date(2026, 4, 5)


def row(stage: str, due_by: date | None = None, **more: Any) -> RequestRow:
    told: dict[str, Any] = dict.fromkeys(
        ("submitted_on", "completed_on", "not_before", "outcome", "decided_on", "replied_on", "delivered_on")
    )
    told |= dict.fromkeys(("request_id", "number", "beneficiary_id", "service_code", "origin", "channel"), "x")
    if due_by:
        told |= {"unit": "calendar_day", "days_left": (due_by - SUNDAY).days}
    return RequestRow(**told | {"opened_on": SUNDAY, "breached": False, "stage": stage, "due_by": due_by} | more)


def owed(days: int, stage: str = "under_review", **more: Any) -> RequestRow:
    return row(stage, SUNDAY + timedelta(days=days), **more)


@pytest.mark.parametrize(
    "left, unit, arabic, english",
    [
        (-1, "working_day", "تأخر يوم عمل", "1 working day late"),
        (-2, "working_day", "تأخر يومي عمل", "2 working days late"),
        (-11, "calendar_day", "تأخر 11 يومًا", "11 days late"),
        (1, "working_day", "بقي يوم عمل", "1 working day left"),
        (2, "working_day", "بقي يوما عمل", "2 working days left"),
        (3, "calendar_day", "بقي 3 أيام", "3 days left"),
    ],
)
def test_a_deadline_says_what_remains_in_its_own_unit(left: int, unit: str, arabic: str, english: str) -> None:
    assert chip(owed(left, days_left=left, unit=unit), SUNDAY).note == (arabic, english)


def test_a_minimum_window_is_never_late_and_counts_nothing_down() -> None:
    guarded = chip(row("decided", not_before=SUNDAY + timedelta(days=3), unit="calendar_day"), SUNDAY)
    assert (guarded.tone, guarded.note[0]) == ("guard", "لا يُبلَّغ الرد قبله")


def test_over_but_no_working_day_since_says_only_that_it_is_late() -> None:
    assert chip(owed(-2, days_left=0, unit="working_day"), SUNDAY).note[0] == "تأخر الرد"


def test_what_presses_comes_first_and_only_a_reply_that_presses_is_a_main_step() -> None:
    rows = [row("replied"), owed(9), row("open"), owed(2, "decided"), owed(0, "decided"), owed(-1)]
    lines = by_urgency(lines_of(rows, SUNDAY))
    assert [line.group for line in lines] == ["late", "today", "week", "gathering", "later", "replied"]
    assert [line.main for line in lines] == [False, True, False, False, False, False]


def test_counters_say_how_long_and_how_many_of_them() -> None:
    rows = [owed(-2), owed(-1), owed(0, "decided"), owed(0), row("awaiting_information"), row("open")]
    late, today, gathering = counts_of(lines_of(rows, SUNDAY), None, SUNDAY)
    assert (late.n, late.note and late.note[0]) == (2, "الأقدم منذ يومين")
    assert (today.n, today.note and today.note[0]) == (2, "صدر القرار في واحد منهما")
    assert (gathering.n, gathering.note and gathering.note[0]) == (2, "منها بانتظار استكمال: 1")


def test_counters_say_nothing_where_there_is_nothing_to_say() -> None:
    assert [one.note for one in counts_of(lines_of([owed(0), row("open")], SUNDAY), (), SUNDAY)] == [None] * 4


def test_the_nouns_follow_the_numbers() -> None:
    assert [decided_of(n, part) and decided_of(n, part)[0] for n, part in ((1, 1), (2, 2), (5, 5), (5, 2), (5, 3))] == [  # type: ignore[index]
        "صدر قراره",
        "صدر القرار فيهما",
        "صدر القرار فيها كلها",
        "صدر القرار في اثنين منها",
        "صدر القرار في 3 منها",
    ]
    assert waiting_of(1, 1) == ("ينتظر استكمالًا", "awaiting information")
    assert [ago(days)[0] for days in (0, 1, 2, 3, 11)] == [
        "الأقدم من اليوم",
        "الأقدم منذ أمس",
        "الأقدم منذ يومين",
        "الأقدم منذ 3 أيام",
        "الأقدم منذ 11 يومًا",
    ]


def test_an_entry_of_the_rail_holds_its_own_pages_and_no_others() -> None:
    assert [
        REQUESTS.holds(path) for path in ("/requests", "/cases/1", "/cases/1/at", "/casesque", "/", "/reviews/1")
    ] == [
        *(True, True, True),
        *(False, False, False),
    ]
    assert [TODAY.holds(path) for path in ("/", "/requests", "/cases/1")] == [True, False, False]
