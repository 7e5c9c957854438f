"""The card of the reply's date says what is true at the moment looked at, and nothing that once was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from gateways.audit.replay import CaseHistory
from gateways.portal.date_card import DateCard, date_card
from gateways.portal.deadlines import chip
from gateways.portal.timeline import thread
from services.intake.application.asking_of_requests import RequestRow, WindowProof
from tests.infrastructure.gateways.test_verifying import link, step

FIRST, LAST, TODAY = date(2026, 12, 10), date(2026, 12, 17), date(2026, 11, 26)
LEAVE = ("EarlyReplyAuthorized", {"reason_code": "medical", "authorised_by": "director-1"})
REPLY = ("DecisionCommunicated", {"replied_on": "2026-11-26", "early": True, "late_by_days": None})


def proof(**dates: date) -> WindowProof:
    given: dict[str, Any] = dict.fromkeys(("not_before", "due_by", "clause", "clause_en", "clause_ar"))
    given |= {"request_id": "q-1", "rule": "min.day", "interpretation": "literal_minimum", "policy_version": "p/1"}
    given |= {"calendar_version": "SA-2026.1", "starts_after": TODAY, "recalculated": False}
    given |= {"counted": (), "skipped": (), "estimated_days": ()}
    return WindowProof(**(given | dates))


def card(*facts: tuple[str, dict[str, Any]], stage: str = "decided", today: date = TODAY, **dates: date) -> DateCard:
    steps = tuple(
        replace(step("intake", link("intake", no, no)), type=type_, data=json.dumps(data), event_id=UUID(int=no))
        for no, (type_, data) in enumerate(facts, 1)
    )
    case = CaseHistory(case_id="q-1", until=None, steps=steps, states=())
    return date_card(proof(**dates), stage, thread(case, None).so_far, today)


def test_a_guard_is_a_guard_until_its_day_and_then_says_that_the_reply_may_go_out() -> None:
    assert card(not_before=FIRST).icon == "lock"
    assert card(not_before=FIRST, today=FIRST).lead[1] == "The reply may go out since"


def test_a_leave_for_an_early_reply_takes_the_guard_away_and_says_why_and_by_whom() -> None:
    told = card(LEAVE, not_before=FIRST)
    assert (told.icon, told.reason, told.by) == ("circle-check", "medical", "director-1")


def test_after_the_reply_its_own_day_is_shown_and_nothing_is_counted() -> None:
    early = card(LEAVE, REPLY, stage="replied", not_before=FIRST)
    assert (early.day, early.settled, early.notes[0][1]) == (TODAY, True, "Early, with permission")
    assert (early.reason, early.by) == ("medical", "director-1")
    late = card(("DecisionCommunicated", REPLY[1] | {"late_by_days": 2}), stage="closed", due_by=LAST)
    assert (late.counts, late.notes[0][1]) == (False, "2 days of the window late")


def test_a_reply_that_could_not_be_delivered_is_owed_again() -> None:
    owed = card(LEAVE, REPLY, ("ReplyUndelivered", {"notification_id": "n-1"}), not_before=FIRST)
    assert (owed.settled, owed.reason) == (False, "medical")


def test_what_was_before_a_reopening_counts_no_more() -> None:
    assert card(LEAVE, REPLY, ("SupportRequestReopened", {}), stage="completed", not_before=FIRST).icon == "lock"


def test_a_last_day_that_has_passed_is_late_and_one_to_come_is_counted_down() -> None:
    assert card(due_by=LAST).counts
    assert card(due_by=date(2026, 11, 25)).tone == "late"


def test_on_the_last_day_itself_nothing_is_counted_but_the_day_is_named() -> None:
    told = card(due_by=TODAY)
    assert (told.tone, told.counts, told.notes[0][0]) == ("wait", False, "حتى نهاية اليوم")


def test_a_request_withdrawn_owes_no_reply() -> None:
    told = card(stage="withdrawn", due_by=LAST)
    assert (told.day, told.settled) == (None, True)


def test_in_the_list_a_leave_is_told_instead_of_the_guard() -> None:
    some: dict[str, Any] = dict.fromkeys(("submitted_on", "completed_on", "due_by", "outcome", "decided_on"))
    some |= dict.fromkeys(("replied_on", "delivered_on")) | {"number": "SD-1", "origin": "request"}
    some |= {"request_id": "q-1", "beneficiary_id": "b-1", "service_code": "support", "channel": "interview"}
    row = RequestRow(**some, stage="decided", opened_on=TODAY, not_before=FIRST, breached=False)
    assert chip(row, TODAY).tone == "guard"
    assert chip(replace(row, early_reply_authorised=True), TODAY).note[1] == "The reply may go out before it"
