"""The list of requests by parts, what remains of each window, and how much is open."""

from __future__ import annotations

from datetime import date

import pytest

from services.intake.application.asking_of_requests import CountOpenWork, ListRequests, OpenWork
from services.intake.domain.commands import reception, reply
from tests.domain.intake.examples import (
    OFFICER,
    REQUEST,
    at,
    completed,
    kayan_policy,
    opened,
    opening,
    replied,
    rules_of,
)
from tests.domain.scenario import Scenario


def three(scenario: Scenario) -> Scenario:
    return two_more(opened(scenario))


def two_more(scenario: Scenario) -> Scenario:
    for no in (2, 3):
        scenario.given(opening(request_id=f"request-{no}"), by=OFFICER)
    return scenario


def test_a_part_of_the_list_says_how_many_there_are(sidr: Scenario) -> None:
    whole = three(sidr).ask(ListRequests(), by=OFFICER)
    assert whole.total == 3
    part = sidr.ask(ListRequests(start=1, at_most=1), by=OFFICER)
    assert (part.total, part.requests) == (3, whole.requests[1:2])
    assert sidr.ask(ListRequests(start=3, at_most=50), by=OFFICER).requests == ()


def test_requests_are_listed_by_name_of_their_ids_and_no_others(sidr: Scenario) -> None:
    named = three(sidr).ask(ListRequests(request_ids=("request-3", REQUEST, "nobody")), by=OFFICER)
    assert {row.request_id for row in named.requests} == {"request-3", REQUEST}


@pytest.mark.parametrize("start, at_most", [(-1, None), (0, -1), (10**12, 1)])
def test_no_number_breaks_the_list(sidr: Scenario, start: int, at_most: int | None) -> None:
    assert three(sidr).ask(ListRequests(start=start, at_most=at_most), by=OFFICER).total == 3


def test_what_has_ended_is_left_out_where_only_open_ones_are_wanted(sidr: Scenario) -> None:
    two_more(replied(sidr, "rejected").given(reply.CloseRequest(request_id=REQUEST), by=OFFICER))
    left = sidr.ask(ListRequests(open_only=True), by=OFFICER)
    assert REQUEST not in {row.request_id for row in left.requests}
    assert left.total == 2
    assert sidr.ask(ListRequests(stage="closed", open_only=True), by=OFFICER).total == 1


def test_what_remains_is_told_in_the_windows_own_unit(kadi: Scenario) -> None:
    (row,) = completed(kadi).ask(ListRequests(), by=OFFICER).requests
    assert (row.due_by, row.unit, row.days_left) == (date(2026, 4, 9), "working_day", 15)
    for day, left in ((date(2026, 4, 8), 1), (date(2026, 4, 9), 0), (date(2026, 4, 11), 0), (date(2026, 4, 13), -2)):
        (row,) = at(kadi, day).ask(ListRequests(), by=OFFICER).requests
        assert row.days_left == left, day


def test_a_minimum_has_no_days_left_and_before_completion_there_is_no_unit(sidr: Scenario) -> None:
    two_more(completed(sidr))
    begun, _, row = sidr.ask(ListRequests(), by=OFFICER).requests
    assert (begun.unit, begun.days_left) == (None, None)
    assert (row.unit, row.days_left) == ("calendar_day", None)


def test_open_work_is_counted_as_it_is_listed(sidr: Scenario) -> None:
    asked = {"asker_id": "asker-1", "topic_code": "conditions", "channel": "interview", "question": "سؤال"}
    three(sidr).given(reception.ReceiveInquiry(inquiry_id="inquiry-1", **asked), by=OFFICER)
    assert sidr.ask(CountOpenWork(), by=OFFICER) == OpenWork(requests=3, inquiries=1)
    assert sidr.ask(CountOpenWork(), by="service_provider") == OpenWork(requests=3, inquiries=None)


def test_where_the_register_is_sensitive_not_even_a_number_is_told(stage: Scenario) -> None:
    stage.adopted(*rules_of("kayan")[:-1], kayan_policy(sensitive_register=True))
    opened(stage)
    assert stage.ask(CountOpenWork(), by="reviewing_member") == OpenWork(requests=None, inquiries=None)
    assert stage.ask(CountOpenWork(), by="social_worker").requests == 1
