"""Which hour a session is proposed for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from services.committee.domain.calling import next_start
from services.committee.views import ListSessions
from shared.application.rulebook import Rulebook
from shared.application.situation import RIYADH
from shared.contracts.governance import CalendarDay, WorkingCalendarPublished
from tests.domain.committee.examples import SECRETARY, settings
from tests.domain.scenario import Scenario

EID = tuple(
    CalendarDay(date=date(2026, 3, day), name_code="eid_al_fitr", make_up=False, estimated=True) for day in (22, 23)
)
MADE_UP = CalendarDay(date=date(2026, 3, 24), name_code="eid_al_fitr", make_up=True, estimated=True)
CALENDAR = WorkingCalendarPublished(calendar_version="SA-2026.1", weekend=("fri", "sat"), days=(*EID, MADE_UP))
RULES = Rulebook(settings=settings(), calendars={"SA-2026.1": CALENDAR})


@pytest.mark.parametrize(
    "now, proposed",
    [
        ("2026-03-15 06:00", "2026-03-15 09:00"),
        ("2026-03-15 10:10", "2026-03-15 11:00"),
        ("2026-03-15 10:30", "2026-03-15 11:00"),
        ("2026-03-15 10:43", "2026-03-15 12:00"),
        ("2026-03-15 13:30", "2026-03-15 14:00"),
        ("2026-03-15 13:31", "2026-03-16 09:00"),
        ("2026-03-15 23:45", "2026-03-16 09:00"),
        ("2026-03-20 10:00", "2026-03-25 09:00"),
    ],
)
def test_the_next_hour_of_a_working_day_is_proposed(now: str, proposed: str) -> None:
    assert next_start(at(now), RULES) == at(proposed)


def test_a_make_up_day_is_proposed_where_it_is_worked() -> None:
    worked = Rulebook(settings=replace(settings(), make_up_days_are_off=False), calendars=RULES.calendars)
    assert next_start(at("2026-03-20 10:00"), worked) == at("2026-03-24 09:00")


def test_without_a_calendar_friday_and_saturday_are_off() -> None:
    assert next_start(at("2026-03-19 15:00"), Rulebook()) == at("2026-03-22 09:00")


def test_the_list_of_sessions_proposes_it(committee: Scenario) -> None:
    committee.adopted(settings(), CALENDAR)
    assert committee.ask(ListSessions(), by=SECRETARY).next_start == at("2026-03-15 13:00")


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=RIYADH)
