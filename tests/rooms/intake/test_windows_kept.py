"""How the windows were kept, as those who answer for it are told."""

from __future__ import annotations

from datetime import date

import pytest

from services.intake.application.asking_of_windows import ReadWindowsKept, WindowFigures
from services.intake.domain.commands import reply
from shared.domain.refusals import Forbidden
from tests.domain.intake.examples import MANAGER, OFFICER, REQUEST, at, completed, opening, replied, with_decision
from tests.domain.scenario import Scenario

NOTHING = WindowFigures(
    completed=0, kept=0, early=0, late=0, overdue=0, waiting=0, ended=0, median_days=None, longest_days=None
)
SATURDAY, SUNDAY, MONDAY = date(2026, 3, 14), date(2026, 3, 15), date(2026, 3, 16)
ANSWER = reply.CommunicateDecision(request_id=REQUEST, channel="phone_call")


def test_a_request_counts_once_it_is_complete(kadi: Scenario) -> None:
    assert kadi.ask(ReadWindowsKept(), by="senior_management").all_services == NOTHING
    completed(kadi).given(opening(request_id="request-2"), by=OFFICER)
    told = kadi.ask(ReadWindowsKept(), by="senior_management")
    assert (told.all_services.completed, told.all_services.waiting) == (1, 1)
    assert [one.figures.completed for one in told.by_service] == [1]
    assert told.out_of_line == ()
    assert told.clause
    assert (told.all_services.oldest_waiting, told.has_last_day) == (SUNDAY, True)


def test_a_last_day_that_is_over_stands_out_in_the_windows_own_unit(kadi: Scenario) -> None:
    at(with_decision(kadi), date(2026, 4, 13))
    (one,) = kadi.ask(ReadWindowsKept(), by="auditor").out_of_line
    assert (one.fate, one.days, one.unit, one.due_by) == ("overdue", 2, "working_day", date(2026, 4, 9))
    at(kadi, date(2026, 4, 14)).given(ANSWER, by=OFFICER)
    told = kadi.ask(ReadWindowsKept(), by="auditor")
    assert [(one.fate, one.days, one.replied_on) for one in told.out_of_line] == [("late", 3, date(2026, 4, 14))]
    assert (told.all_services.late, told.all_services.overdue, told.all_services.kept) == (1, 0, 0)


def test_a_reply_by_leave_before_its_first_day_is_early_and_none_is_late(sidr: Scenario) -> None:
    at(with_decision(sidr), date(2026, 3, 26))
    sidr.given(reply.AuthorizeEarlyReply(request_id=REQUEST, reason_code="urgent"), by="senior_management", ref=MANAGER)
    sidr.given(ANSWER, by=OFFICER)
    told = sidr.ask(ReadWindowsKept(), by="board_member")
    assert [(one.fate, one.days, one.unit) for one in told.out_of_line] == [("early", 3, "calendar_day")]
    assert told.has_last_day is False
    assert (told.all_services.early, told.all_services.kept, told.all_services.longest_days) == (1, 0, 11)


def test_a_reply_in_time_does_not_stand_out(kadi: Scenario) -> None:
    told = replied(kadi).ask(ReadWindowsKept(), by="governance_officer")
    assert (told.all_services.kept, told.all_services.median_days, told.out_of_line) == (1, 15, ())


@pytest.mark.parametrize(
    ("first", "last", "counts"),
    [(SUNDAY, SUNDAY, 1), (SUNDAY, None, 1), (None, SUNDAY, 1), (MONDAY, None, 0), (None, SATURDAY, 0)],
)
def test_the_days_of_completion_bound_what_counts(
    kadi: Scenario, first: date | None, last: date | None, counts: int
) -> None:
    told = completed(kadi).ask(ReadWindowsKept(first=first, last=last), by="senior_management")
    assert told.all_services.completed == counts


@pytest.mark.parametrize("role", ["beneficiary_relations_officer", "reviewing_member", "integrator"])
def test_others_are_not_told(kadi: Scenario, role: str) -> None:
    with pytest.raises(Forbidden):
        completed(kadi).ask(ReadWindowsKept(), by=role)
