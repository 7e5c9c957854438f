"""Minutes: written from what happened, adopted by those present, locked."""

from __future__ import annotations

from dataclasses import replace

from services.committee.application.reading import (
    Minutes,
    ReadAgenda,
    ReadMinutes,
    ReadPlace,
    ReadReview,
    ReadSession,
)
from services.committee.domain import commands as asked
from services.committee.domain import events as happened
from services.committee.domain.minutes import ARABIC as WORDS
from services.committee.domain.minutes import minutes_text
from services.committee.domain.session import Session, evolve
from tests.domain.committee.examples import (
    CHILD,
    FAHD,
    MEMBER,
    NOURA,
    REQUEST,
    REVIEW,
    SARA,
    SECRETARY,
    SESSION,
    TODAY,
    called,
    decision,
    in_session,
    voted,
)
from tests.domain.scenario import Scenario

DRAFT = asked.DraftMinutes(session_id=SESSION, remarks="ملاحظات الجلسة")
ADOPT = asked.AdoptMinutes(session_id=SESSION, adopted_by=(NOURA, FAHD, SARA))
ARABIC = """محضر رقم 2026-001
الجهة: research_committee
الجلسة رقم 1، المنعقدة في 2026-03-15
الموعد الذي دُعي إليها فيه: 2026-03-15 14:00
الأعضاء الحاضرون: member-noura، member-fahd، member-sara
الأعضاء الغائبون: officer-1
النصاب: مكتمل
1. الطلب KYN-2026-0001: قُبل؛ تنحّى: member-sara؛ مع: 2، ضد: 0، امتناع: 0؛ الأسباب: criteria_met؛ \
توصية الدراسة: support"""
ENGLISH = """Minutes no. 2026-001
Body: research_committee
Session no. 1, held on 2026-03-15
Called for: 2026-03-15 14:00
Members present: member-noura, member-fahd, member-sara
Members absent: officer-1
Quorum: met
1. Request KYN-2026-0001: approved; recused: member-sara; for: 2, against: 0, abstained: 0; reasons: criteria_met; \
the study recommends: support"""


def decided(committee: Scenario) -> Scenario:
    in_session(committee, quorum=2).given(asked.DeclareConflict(review_id=REVIEW, member_ref=SARA), by=MEMBER, ref=SARA)
    return voted(committee, noura="approve", fahd="approve").given(decision(), by=SECRETARY)


def minutes(committee: Scenario) -> Minutes:
    read: Minutes = committee.ask(ReadMinutes(session_id=SESSION), by=SECRETARY)
    return read


def test_minutes_say_who_was_there_and_what_was_decided(committee: Scenario) -> None:
    decided(committee).given(DRAFT, by=SECRETARY)
    assert minutes(committee).ar == ARABIC
    assert minutes(committee).en == ENGLISH
    assert minutes(committee).remarks == "ملاحظات الجلسة"


def test_minutes_are_read_as_a_document_too(committee: Scenario) -> None:
    decided(committee).given(DRAFT, by=SECRETARY)
    read = minutes(committee)
    assert (read.body_code, read.starts_at, read.absent) == ("research_committee", called().starts_at, ("officer-1",))
    (item,) = read.items
    assert (item.outcome, item.votes_for, item.recommendation_code) == ("approved", 2, "support")


def test_conditions_of_a_decision_stand_in_the_minutes(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve")
    committee.given(decision(condition_codes=("yearly_proof",)), DRAFT, by=SECRETARY)
    assert minutes(committee).ar.endswith("؛ الشروط: yearly_proof")
    assert minutes(committee).en.endswith("; conditions: yearly_proof")


def test_the_kind_of_what_was_granted_stands_in_the_minutes_and_its_words_do_not(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="approve")
    committee.given(decision(award_kind="in_kind", award="جهاز لوحي"), DRAFT, by=SECRETARY)
    assert minutes(committee).ar.endswith("؛ نوع الدعم: in_kind")
    assert minutes(committee).en.endswith("; support granted: in_kind")
    assert "جهاز" not in minutes(committee).ar


def test_the_day_of_adoption_is_kept(committee: Scenario) -> None:
    decided(committee).given(DRAFT, ADOPT, by=SECRETARY)
    assert committee.ask(ReadSession(session_id=SESSION), by=MEMBER).adopted_on == TODAY


def test_where_a_session_sits_is_kept_under_seal(committee: Scenario) -> None:
    committee.given(replace(called(), place="قاعة الاجتماعات"), by=SECRETARY)
    assert committee.ask(ReadSession(session_id=SESSION), by=MEMBER).has_place
    assert committee.ask(ReadPlace(session_id=SESSION), by=MEMBER).place == "قاعة الاجتماعات"
    assert all("قاعة".encode() not in row.data for row in committee.rows())


def test_a_session_without_a_place_says_none(committee: Scenario) -> None:
    committee.given(called(), by=SECRETARY)
    assert not committee.ask(ReadSession(session_id=SESSION), by=MEMBER).has_place
    assert committee.ask(ReadPlace(session_id=SESSION), by=MEMBER).place is None


def test_minutes_wait_for_every_item(committee: Scenario) -> None:
    in_session(committee)
    assert committee.refused(DRAFT, by=SECRETARY) == "items_open"
    committee.given(asked.DeferReview(review_id=REVIEW, reason_code="more_study"), by=SECRETARY)
    committee.given(DRAFT, by=SECRETARY)
    assert "أُجّل" in minutes(committee).ar


def test_minutes_say_why_an_item_was_put_off_and_how_the_votes_stood(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="reject", sara="abstain")
    committee.given(asked.DeferReview(review_id=REVIEW, reason_code="more_study"), DRAFT, by=SECRETARY)
    assert minutes(committee).ar.endswith("أُجّل؛ مع: 1، ضد: 1، امتناع: 1؛ الأسباب: more_study")
    assert minutes(committee).en.endswith("deferred; for: 1, against: 1, abstained: 1; reasons: more_study")


def test_what_a_later_session_does_with_an_item_put_off_leaves_these_minutes_up_to_date(committee: Scenario) -> None:
    in_session(committee).given(asked.DeferReview(review_id=REVIEW, reason_code="no_time"), DRAFT, by=SECRETARY)
    later = asked.ScheduleSession(session_id="session-2", starts_at=called().starts_at, member_refs=(NOURA, FAHD))
    committee.given(later, asked.PlaceOnAgenda(review_id=REVIEW, session_id="session-2"), by=SECRETARY)
    committee.given(asked.DeferReview(review_id=REVIEW, reason_code="more_study"), ADOPT, by=SECRETARY)
    assert minutes(committee).adopted
    assert "no_time" in minutes(committee).ar


def test_a_member_recused_later_has_voted_in_the_session_that_put_the_item_off(committee: Scenario) -> None:
    voted(in_session(committee), noura="approve", fahd="reject", sara="abstain")
    committee.given(asked.DeferReview(review_id=REVIEW, reason_code="votes_equal"), DRAFT, by=SECRETARY)
    committee.given(asked.DeclareConflict(review_id=REVIEW, member_ref=FAHD), by=SECRETARY)
    committee.given(ADOPT, by=SECRETARY)
    assert "مع: 1، ضد: 1، امتناع: 1" in minutes(committee).ar
    (put_off,) = committee.ask(ReadReview(review_id=REVIEW), by=MEMBER).put_off
    assert (put_off.votes_for, put_off.votes_against, put_off.abstentions) == (1, 1, 1)


def test_minutes_of_an_earlier_time_read_as_they_were_adopted(committee: Scenario) -> None:
    decided(committee).given(DRAFT, by=SECRETARY)
    drafted = next(one for one in committee.facts() if isinstance(one, happened.MinutesDrafted))
    since = {"absent": (), "body_code": None, "starts_at": None}
    bare = tuple(replace(item, recommendation_code=None, condition_codes=(), award_kind=None) for item in drafted.items)
    now = minutes_text(WORDS, evolve(Session(), drafted))
    then = minutes_text(WORDS, evolve(Session(), replace(drafted, items=bare, **since)))
    for said in ("الغائبون", "الجهة", "الموعد", "توصية"):
        assert said not in then
    assert "الغائبون" in now
    assert "توصية" in now


def test_minutes_are_adopted_by_exactly_those_present(committee: Scenario) -> None:
    decided(committee).given(DRAFT, by=SECRETARY)
    fewer = asked.AdoptMinutes(session_id=SESSION, adopted_by=(NOURA, FAHD))
    assert committee.refused(fewer, by=SECRETARY) == "adoption_incomplete"
    strangers = asked.AdoptMinutes(session_id=SESSION, adopted_by=(NOURA, FAHD, SARA, "member-9"))
    assert committee.refused(strangers, by=SECRETARY) == "adopted_by_others"
    adopted, minuted = committee.when(ADOPT, by=SECRETARY)
    assert adopted.content_sha256 == minutes(committee).content_sha256
    assert minuted.minutes_no == "2026-001"
    assert committee.ask(ReadReview(review_id=REVIEW), by=MEMBER).stage == "minutes_adopted"


def test_minutes_that_no_longer_say_what_happened_are_drafted_again_under_their_number(committee: Scenario) -> None:
    decided(committee).given(DRAFT, by=SECRETARY)
    committee.given(correction(), by=SECRETARY)
    assert committee.refused(ADOPT, by=SECRETARY) == "minutes_out_of_date"
    committee.given(DRAFT, ADOPT, by=SECRETARY)
    assert minutes(committee).minutes_no == "2026-001"


def test_adopted_minutes_never_change(committee: Scenario) -> None:
    decided(committee).given(DRAFT, ADOPT, by=SECRETARY)
    before = minutes(committee)
    later = asked.ScheduleSession(session_id="session-2", starts_at=called().starts_at, member_refs=(NOURA, FAHD))
    held = asked.HoldSession(session_id="session-2", held_on=called().starts_at.date(), members_present=(NOURA, FAHD))
    committee.given(later, held, correction("session-2"), by=SECRETARY)
    assert minutes(committee) == before
    assert committee.refused(DRAFT, by=SECRETARY) == "minutes_locked"
    assert committee.refused(ADOPT, by=SECRETARY) == "minutes_locked"
    assert committee.refused(correction(), by=SECRETARY) == "session_not_held"


def test_there_is_nothing_to_adopt_before_a_draft(committee: Scenario) -> None:
    decided(committee)
    assert committee.refused(ADOPT, by=SECRETARY) == "minutes_not_drafted"


def test_a_session_and_its_agenda_can_be_read(committee: Scenario) -> None:
    decided(committee)
    agenda = committee.ask(ReadAgenda(session_id=SESSION), by=MEMBER)
    assert [(item.request_id, item.outcome) for item in agenda.items] == [(REQUEST, "approved")]
    session = committee.ask(ReadSession(session_id=SESSION), by=MEMBER)
    assert (session.stage, session.quorum_met, session.items) == ("held", True, (REVIEW,))


def correction(session_id: str = SESSION) -> asked.CorrectDecision:
    return asked.CorrectDecision(
        review_id=REVIEW,
        beneficiary_id=CHILD,
        outcome="rejected",
        reason_code="error_of_fact",
        reasons="نص التصحيح",
        session_id=session_id,
    )
