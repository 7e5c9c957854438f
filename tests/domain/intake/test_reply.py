"""When a reply may go out, who may let it go early, and what happens when it is late or does not arrive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

from services.intake.domain.commands import reply
from services.intake.domain.commands.request import CompleteSupportRequest
from services.intake.domain.events import reply as events
from services.intake.domain.events.reception import ChannelRefused
from shared.contracts.committee import DecisionCorrected
from shared.contracts.notifications import NotificationAbandoned
from tests.domain.intake.examples import (
    AMAL,
    AT_LEAST_TWO_WEEKS,
    FIFTEEN_WORKING_DAYS,
    MAHA,
    MANAGER,
    OFFICER,
    REQUEST,
    REVIEW,
    at,
    calendar,
    completed,
    decided,
    pass_time,
    replied,
    rules_of,
    settings,
    sidr_policy,
    submitted,
    under_review,
    with_decision,
)
from tests.domain.scenario import Scenario

ANSWER = reply.CommunicateDecision(request_id=REQUEST, channel="phone_call")
LEAVE = reply.AuthorizeEarlyReply(request_id=REQUEST, reason_code="urgent")


def abandoned(notification_id: str = "notification-1") -> NotificationAbandoned:
    return NotificationAbandoned(
        notification_id=notification_id, source_event_id=uuid4(), purpose="decision", request_id=REQUEST
    )


def test_a_reply_before_its_window_is_refused_and_the_attempt_stays_on_record(sidr: Scenario) -> None:
    at(with_decision(sidr), date(2026, 3, 28))
    assert sidr.refused(ANSWER, by=OFFICER) == "reply_before_window"
    assert sidr.facts()[-1] == events.EarlyReplyRefused(
        not_before=date(2026, 3, 29), channel="phone_call", refused_on=date(2026, 3, 28)
    )


def test_the_first_day_of_the_window_is_early_enough(sidr: Scenario) -> None:
    (answered,) = at(with_decision(sidr), date(2026, 3, 29)).when(ANSWER, by=OFFICER, ref=AMAL)
    assert isinstance(answered, events.DecisionCommunicated)
    assert (answered.early, answered.late_by_days, answered.replied_on) == (False, None, date(2026, 3, 29))


def test_senior_management_may_lift_the_minimum_for_somebody_else_to_reply(sidr: Scenario) -> None:
    with_decision(sidr).given(LEAVE, by=MANAGER, ref=MAHA)
    (answered,) = sidr.when(ANSWER, by=OFFICER, ref=AMAL)
    assert answered.early is True


def test_whoever_authorised_the_early_reply_does_not_issue_it(sidr: Scenario) -> None:
    with_decision(sidr).given(LEAVE, by=MANAGER, ref=MAHA)
    assert sidr.refused(ANSWER, by=MANAGER, ref=MAHA) == "replies_to_own_authorisation"
    assert isinstance(sidr.facts()[-1], events.EarlyReplyRefused)


def test_a_small_association_may_waive_the_second_pair_of_eyes(sidr: Scenario) -> None:
    sidr.adopted(settings(four_eyes_waivers=("early_reply",)))
    with_decision(sidr).given(LEAVE, by=MANAGER, ref=MAHA)
    (answered,) = sidr.when(ANSWER, by=MANAGER, ref=MAHA)
    assert answered.early is True


def test_there_is_nothing_to_lift_where_no_minimum_is_stated(kadi: Scenario) -> None:
    assert with_decision(kadi).refused(LEAVE, by=MANAGER) == "no_minimum"


def test_kadi_may_reply_at_once_and_until_the_end_of_the_last_day(kadi: Scenario) -> None:
    (answered,) = at(with_decision(kadi), date(2026, 4, 9)).when(ANSWER, by=OFFICER)
    assert (answered.early, answered.late_by_days) == (False, None)


def test_a_late_reply_says_the_breach_first_and_counts_in_working_days(kadi: Scenario) -> None:
    breach, answered = at(with_decision(kadi), date(2026, 4, 13)).when(ANSWER, by=OFFICER)
    assert breach == events.ResponseDeadlineBreached(number="KD-1447-0001", due_by=date(2026, 4, 9))
    assert answered.late_by_days == 2


def test_a_breach_is_said_once_when_the_last_day_is_over(kadi: Scenario) -> None:
    at(with_decision(kadi), date(2026, 4, 9))
    assert pass_time(kadi) == ()
    at(kadi, date(2026, 4, 10))
    assert pass_time(kadi) == (events.ResponseDeadlineBreached(number="KD-1447-0001", due_by=date(2026, 4, 9)),)
    assert pass_time(kadi) == ()
    (answered,) = kadi.when(ANSWER, by=OFFICER)
    assert answered.late_by_days == 0


def test_a_minimum_is_never_breached(sidr: Scenario) -> None:
    at(under_review(sidr), date(2026, 12, 31))
    assert pass_time(sidr) == ()


def test_a_reply_over_a_channel_that_is_not_the_associations_is_refused_on_record(sidr: Scenario) -> None:
    at(with_decision(sidr), date(2026, 3, 30))
    command = reply.CommunicateDecision(request_id=REQUEST, channel="fax")
    assert sidr.refused(command, by=OFFICER) == "channel_not_permitted"
    assert sidr.facts()[-1] == ChannelRefused(channel="fax", attempted="CommunicateDecision")


def test_an_undelivered_reply_is_owed_again_and_told_twice_owed_once(sidr: Scenario) -> None:
    replied(sidr)
    assert sidr.told(abandoned()) == (events.ReplyUndelivered(notification_id="notification-1"),)
    assert sidr.told(abandoned()) == ()
    (answered,) = sidr.when(ANSWER, by=OFFICER)
    assert isinstance(answered, events.DecisionCommunicated)
    assert sidr.told(abandoned()) == ()


def test_a_reply_found_undelivered_after_the_last_day_is_a_breach(kadi: Scenario) -> None:
    at(replied(kadi), date(2026, 4, 20))
    undelivered, breach = kadi.told(abandoned())
    assert isinstance(undelivered, events.ReplyUndelivered)
    assert isinstance(breach, events.ResponseDeadlineBreached)


def test_a_new_calendar_moves_an_open_window_once(kadi: Scenario) -> None:
    completed(kadi).adopted(calendar("SA-2026.2", also_off=(date(2026, 4, 1),)))
    assert pass_time(kadi) == ()
    kadi.adopted(settings(settings_version=2, calendar_version="SA-2026.2"))
    (moved,) = pass_time(kadi)
    assert (moved.before, moved.after, moved.calendar_version) == (date(2026, 4, 9), date(2026, 4, 12), "SA-2026.2")
    assert pass_time(kadi) == ()


def test_a_window_in_calendar_days_is_not_touched_by_a_calendar(sidr: Scenario) -> None:
    completed(sidr).adopted(calendar("SA-2026.2"), settings(settings_version=2, calendar_version="SA-2026.2"))
    assert pass_time(sidr) == ()


def test_a_window_whose_reply_is_out_is_not_touched(kadi: Scenario) -> None:
    replied(kadi).adopted(calendar("SA-2026.2"), settings(settings_version=2, calendar_version="SA-2026.2"))
    assert pass_time(kadi) == ()


def test_the_minimum_read_as_a_maximum_by_resolution_sets_a_last_day(stage: Scenario) -> None:
    maximum = replace(AT_LEAST_TWO_WEEKS, interpretation="maximum_by_board_resolution")
    stage.adopted(*rules_of("sidr")[:-1], sidr_policy(window=maximum))
    completed(stage)
    window = next(fact for fact in stage.facts() if type(fact).__name__ == "ResponseWindowSet")
    assert (window.not_before, window.due_by) == (None, date(2026, 3, 29))


def test_without_a_working_calendar_no_window_in_working_days_is_set(stage: Scenario) -> None:
    association, _, _, service, _ = rules_of("sidr")
    stage.adopted(association, service, sidr_policy(window=FIFTEEN_WORKING_DAYS))
    submitted(stage)
    assert stage.refused(CompleteSupportRequest(request_id=REQUEST), by=OFFICER) == "calendar_missing"


def test_a_corrected_decision_after_the_reply_makes_a_new_reply_due(sidr: Scenario) -> None:
    replied(sidr, "rejected")
    corrected = DecisionCorrected(
        review_id=REVIEW, request_id=REQUEST, outcome="approved", decided_on=date(2026, 3, 30)
    )
    (received,) = sidr.told(corrected)
    assert (received.corrected, received.outcome) == (True, "approved")
    assert sidr.told(corrected) == ()
    assert sidr.told(decided("rejected")) == ()
    (answered,) = sidr.when(ANSWER, by=OFFICER)
    assert answered.outcome == "approved"
