"""Whatever is asked in whatever order, the reviewing body's promises hold."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from services.committee.application.reading import ReadMinutes
from services.committee.domain import commands as asked
from services.committee.domain import events as happened
from services.committee.domain.review import Review, evolve
from services.committee.service import SERVICE
from shared.contracts.committee import ReviewDecided
from shared.contracts.intake import InformationSupplied, SupportRequestWithdrawn
from shared.domain.refusals import SanadError
from tests.domain.committee import examples
from tests.domain.committee.examples import FAHD, MEMBER, NOURA, OFFICER, REQUEST, REVIEW, SARA, SECRETARY
from tests.domain.scenario import Scenario

people = st.sampled_from([NOURA, FAHD, SARA, OFFICER])
words = st.sampled_from(["approve", "reject", "abstain"])
sessions = st.sampled_from(["session-1", "session-2"])

LINES: dict[str | None, set[str]] = {
    None: {"opened"},
    "opened": {"in_study", "awaiting_information", "cancelled"},
    "in_study": {"awaiting_information", "on_agenda", "decided", "cancelled"},
    "awaiting_information": {"in_study", "cancelled"},
    "on_agenda": {"deferred", "decided", "cancelled"},
    "deferred": {"on_agenda", "awaiting_information", "cancelled"},
    "decided": {"minutes_adopted"},
    "minutes_adopted": set(),
    "cancelled": set(),
}


class ReviewingBody(RuleBasedStateMachine):
    """One request, two sessions, four people, every command."""

    @initialize(quorum=st.sampled_from([None, 2]), body=st.sampled_from(["committee", "administrative_unit"]))
    def begin(self, quorum: int | None, body: str) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.committee = Scenario(SERVICE, self.folder)
        self.quorum, self.body = quorum, body
        self.adopted: dict[str, str] = {}
        self.committee.adopted(examples.settings(quorum)).told(examples.referral(body_kind=body))
        for session_id in ("session-1", "session-2"):
            members = (NOURA, FAHD, SARA, OFFICER)
            starts_at = examples.called().starts_at
            call = asked.ScheduleSession(session_id=session_id, starts_at=starts_at, member_refs=members)
            self.ask(call, SECRETARY)

    def ask(self, command: Any, role: str, ref: str = "secretary-1") -> None:
        """Anything may be asked; a refusal is an answer too."""
        try:
            self.committee.when(command, by=role, ref=ref)
        except SanadError:
            return

    @rule(by=people)
    def study(self, by: str) -> None:
        self.ask(examples.study(), MEMBER, by)

    @rule(by=people)
    def assign(self, by: str) -> None:
        self.ask(asked.AssignReviewer(review_id=REVIEW, member_ref=by, role="rapporteur"), SECRETARY)

    @rule()
    def question(self) -> None:
        self.ask(asked.RequestFurtherInformation(review_id=REVIEW, items=("income",)), SECRETARY)

    @rule()
    def answer(self) -> None:
        self.committee.told(InformationSupplied(request_id=REQUEST, items=("income",)))

    @rule(session=sessions)
    def place(self, session: str) -> None:
        self.ask(asked.PlaceOnAgenda(review_id=REVIEW, session_id=session), SECRETARY)

    @rule(session=sessions, present=st.sets(people, min_size=1))
    def hold(self, session: str, present: set[str]) -> None:
        day, members = examples.TODAY, tuple(sorted(present))
        self.ask(asked.HoldSession(session_id=session, held_on=day, members_present=members), SECRETARY)

    @rule(session=sessions, votes=st.dictionaries(people, words, min_size=1))
    def sit(self, session: str, votes: dict[str, str]) -> None:
        """What random steps seldom bring about: a session that gets as far as voting."""
        self.study(NOURA)
        self.place(session)
        self.hold(session, {NOURA, FAHD, SARA, OFFICER})
        for member, word in votes.items():
            self.vote(member, word)

    @rule(member=people, word=words)
    def vote(self, member: str, word: Any) -> None:
        self.ask(examples.vote(member, word), MEMBER, member)

    @rule(member=people)
    def declare(self, member: str) -> None:
        self.ask(asked.DeclareConflict(review_id=REVIEW, member_ref=member), MEMBER, member)

    @rule(outcome=st.sampled_from(["approved", "rejected"]), by=people)
    def decide(self, outcome: str, by: str) -> None:
        self.ask(examples.decision(outcome), MEMBER, by)

    @rule(session=sessions)
    def correct(self, session: str) -> None:
        corrected = asked.CorrectDecision(
            review_id=REVIEW,
            beneficiary_id=examples.CHILD,
            outcome="rejected",
            reason_code="error_of_fact",
            reasons="نص",
            session_id=session,
        )
        self.ask(corrected, SECRETARY)

    @rule()
    def defer(self) -> None:
        self.ask(asked.DeferReview(review_id=REVIEW, reason_code="more_study"), SECRETARY)

    @rule()
    def withdraw(self) -> None:
        self.committee.told(SupportRequestWithdrawn(request_id=REQUEST, reason_code="own_wish"))

    @rule(session=sessions)
    def minute(self, session: str) -> None:
        self.ask(asked.DraftMinutes(session_id=session), SECRETARY)
        held = [fact for fact in self.facts(happened.SessionHeld) if fact.session_id == session]
        if held:
            self.ask(asked.AdoptMinutes(session_id=session, adopted_by=held[0].members_present), SECRETARY)
        if session in {fact.session_id for fact in self.facts(happened.MinutesAdopted)}:
            read = self.committee.ask(ReadMinutes(session_id=session), by=SECRETARY)
            self.adopted.setdefault(session, read.ar)

    @invariant()
    def decisions_follow_the_votes_of_those_who_may_judge(self) -> None:
        recused: set[str] = set()
        for fact in self.committee.facts():
            if isinstance(fact, happened.ReviewerRecused):
                recused.add(fact.member_ref)
            if isinstance(fact, happened.VoteCast):
                assert fact.member_ref not in recused | {OFFICER}
            if isinstance(fact, happened.RequestApproved | happened.RequestRejected):
                assert not set(fact.voters) & (recused | {OFFICER})
                assert fact.decided_by not in recused | {OFFICER}
                if self.body == "administrative_unit":
                    assert (fact.session_no, fact.voters) == (None, ())
                    continue
                assert len(fact.voters) >= (self.quorum or 0)
                approved = isinstance(fact, happened.RequestApproved)
                assert approved == (fact.votes_for > fact.votes_against)
                assert fact.votes_for != fact.votes_against

    @invariant()
    def a_decision_is_said_once_and_never_after_a_withdrawal(self) -> None:
        ends = self.facts(happened.RequestApproved, happened.RequestRejected, happened.ReviewCancelled)
        assert len(ends) <= 1
        assert sum(isinstance(said, ReviewDecided) for said in self.committee.published()) <= 1

    @invariant()
    def every_step_follows_a_line(self) -> None:
        review = Review()
        for row in self.committee.rows():
            if row.stream == f"review-{REVIEW}":
                after = evolve(review, SERVICE.catalogue.decode(row.type, row.data))
                assert after.stage == review.stage or after.stage in LINES[review.stage], (review.stage, row.type)
                review = after
        assert self.body == "committee" or review.stage not in ("on_agenda", "deferred", "minutes_adopted")

    @invariant()
    def adopted_minutes_never_change(self) -> None:
        for session, text in self.adopted.items():
            assert self.committee.ask(ReadMinutes(session_id=session), by=SECRETARY).ar == text

    def facts(self, *kinds: type[Any]) -> list[Any]:
        return [fact for fact in self.committee.facts() if isinstance(fact, kinds)]

    def teardown(self) -> None:
        self.committee.close()
        shutil.rmtree(self.folder)


ReviewingBody.TestCase.settings = settings(
    max_examples=80, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
TestReviewingBody = ReviewingBody.TestCase
