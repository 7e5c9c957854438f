"""Whatever is asked in whatever order, a request moves along the lines of its state machine and no others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import reduce
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from services.intake.domain import completing, evidence, evolving, preparing, recounting, replying, serving
from services.intake.domain.commands import reply, request
from services.intake.domain.events import reply as answers
from services.intake.domain.events import request as events
from services.intake.service import SERVICE
from tests.domain.intake.examples import FATIMA, GUARDIAN, ITEMS, REQUEST, REVIEW, calendar
from tests.domain.intake.examples import settings as settings_of
from tests.domain.intake.test_invariants import RULES, STAFF, agree, begun, bring, correct, link, rulebook, sign

LINES = {
    "open": {"in_clarification", "submitted", "awaiting_information", "withdrawn"},
    "in_clarification": {"open", "withdrawn"},
    "awaiting_information": {"open", "withdrawn"},
    "submitted": {"awaiting_information", "completed", "withdrawn", "open"},
    "completed": {"under_review", "withdrawn"},
    "under_review": {"queried_in_review", "decided", "withdrawn"},
    "queried_in_review": {"under_review", "decided", "withdrawn"},
    "decided": {"replied"},
    "replied": {"decided", "in_service", "not_delivered", "closed"},
    "in_service": {"delivered", "not_delivered"},
    "delivered": {"closed"},
    "not_delivered": {"closed"},
    # A rejection that did not reach the applicant is owed again even after the file was closed.
    "closed": {"open", "decided"},
    "withdrawn": set(),
}
R = {"request_id": REQUEST}
MOVED = rulebook(
    "kadi",
    calendar("SA-2026.2", also_off=(date(2026, 3, 31), date(2026, 4, 20))),
    settings_of(calendar_version="SA-2026.2"),
)
people = st.sampled_from(STAFF)


class RequestLife(RuleBasedStateMachine):
    """One request under one association's rules."""

    @initialize(
        association=st.sampled_from(sorted(RULES)),
        minor=st.booleans(),
        outcome=st.sampled_from(["approved", "rejected"]),
        far=st.integers(0, 4),
    )
    def begin(self, association: str, minor: bool, outcome: str, far: int) -> None:
        """Most random orders never reach a reply; so lives begin some way along the usual one."""
        self.life = begun(association, minor=minor)
        self.told = len(self.life.facts)
        usual = (self.gather, self.complete_and_refer, lambda by: self.decide(outcome, False), self.answer_in_time)
        for step in usual[:far]:
            step(STAFF[0])

    def ask(self, decide: Any, command: Any, staff: str) -> None:
        self.life.ask(decide, command, staff)

    @rule(by=people)
    def gather(self, by: str) -> None:
        """What random steps seldom bring together: everything a request needs before it is handed in."""
        link(self.life, by)
        agree(self.life, by)
        confirmed = GUARDIAN if self.life.minor else FATIMA
        self.ask(preparing.confirm_outreach, request.ConfirmOutreach(**R, confirmed_by=confirmed), by)
        self.ask(preparing.provide_criteria, request.ProvideCriteria(**R, medium="shown"), by)
        bring(self.life, by)
        self.ask(preparing.explain_process, request.ExplainProcess(**R), by)
        sign(self.life, by)
        self.ask(preparing.submit, request.SubmitSupportRequest(**R), by)

    @rule(by=people)
    def complete_and_refer(self, by: str) -> None:
        self.ask(completing.complete, request.CompleteSupportRequest(**R), by)
        self.ask(completing.refer_to_review, request.ReferToReview(**R), by)

    @rule(by=people)
    def doubt(self, by: str) -> None:
        self.ask(preparing.refer_to_social_research, request.ReferToSocialResearch(**R, reason_code="x"), by)

    @rule(by=people)
    def clarify(self, by: str) -> None:
        self.ask(preparing.clarify_procedures, request.ClarifyProcedures(**R), by)

    @rule(by=people, item=st.sampled_from(ITEMS))
    def miss(self, by: str, item: str) -> None:
        self.ask(evidence.request_information, request.RequestInformation(**R, items=(item,)), by)

    @rule(by=people)
    def supply(self, by: str) -> None:
        self.ask(evidence.supply_information, request.SupplyInformation(**R, items=ITEMS), by)

    @rule(by=people)
    def correct(self, by: str) -> None:
        correct(self.life, by)

    @rule(item=st.sampled_from(ITEMS))
    def query(self, item: str) -> None:
        self.ask(replying.ask_in_review, reply.AskInReview(**R, items=(item,)), STAFF[0])

    @rule(outcome=st.sampled_from(["approved", "rejected"]), corrected=st.booleans())
    def decide(self, outcome: Any, corrected: bool) -> None:
        day = self.life.situation(STAFF[0]).today
        decision = reply.ReceiveDecision(**R, review_id=REVIEW, outcome=outcome, decided_on=day, corrected=corrected)
        self.ask(replying.receive_decision, decision, STAFF[0])

    @rule(by=people)
    def authorise(self, by: str) -> None:
        self.ask(replying.authorize_early_reply, reply.AuthorizeEarlyReply(**R, reason_code="urgent"), by)

    @rule(by=people)
    def answer(self, by: str) -> None:
        self.ask(replying.communicate_decision, reply.CommunicateDecision(**R, channel="interview"), by)

    @rule(by=people)
    def answer_in_time(self, by: str) -> None:
        self.wait(14)
        self.answer(by)

    @rule(notification_id=st.sampled_from(["n-1", "n-2"]))
    def fail_to_deliver(self, notification_id: str) -> None:
        command = reply.MarkReplyUndelivered(**R, notification_id=notification_id)
        self.ask(replying.mark_undelivered, command, STAFF[0])

    @rule(by=people, what=st.sampled_from(["start", "deliver", "not", "close", "withdraw", "reopen"]))
    def end(self, by: str, what: str) -> None:
        day = self.life.situation(by).today
        steps: dict[str, tuple[Any, Any]] = {
            "start": (serving.start_service, reply.StartService(**R)),
            "deliver": (serving.deliver_service, reply.DeliverService(**R, beneficiary_id=FATIMA, delivered_on=day)),
            "not": (serving.record_non_delivery, reply.RecordNonDelivery(**R, reason_code="x")),
            "close": (serving.close, reply.CloseRequest(**R)),
            "withdraw": (serving.withdraw, reply.WithdrawRequest(**R, reason_code="x")),
            "reopen": (serving.reopen, reply.ReopenRequest(**R, reason_code="x")),
        }
        self.ask(*steps[what], by)

    @rule(days=st.integers(1, 20))
    def wait(self, days: int) -> None:
        self.life.now += timedelta(days=days)
        window = self.life.request.window
        if window is not None and window.due_by is not None:
            self.ask(replying.breach_deadline, reply.BreachDeadline(**R, due_by=window.due_by), STAFF[0])

    @rule()
    def publish_another_calendar(self) -> None:
        situation = replace(self.life.situation(STAFF[0]), rules=MOVED, pinned=self.life.request.policy_version)
        if situation.rules.policy(situation.pinned) is None:
            return
        command = reply.RecalculateWindow(**R, calendar_version="SA-2026.2")
        self.life.facts += recounting.recalculate_window(command, self.life.request, self.life.person, situation)

    @invariant()
    def every_step_follows_a_line(self) -> None:
        if not hasattr(self, "life"):
            return
        state = reduce(evolving.evolve, self.life.facts[: self.told], None)
        for fact in self.life.facts[self.told :]:
            assert state is not None
            after = evolving.evolve(state, fact)
            assert after is not None
            assert after.stage == state.stage or after.stage in LINES[state.stage], (state.stage, after.stage, fact)
            self.promises(state, after, fact)
            state = after
        self.told = len(self.life.facts)

    def promises(self, before: Any, after: Any, fact: Any) -> None:
        """What must be true of a step whatever came before it."""
        match fact:
            case answers.SupportRequestReopened():
                assert after.window is None
                return
            case answers.ResponseDeadlineBreached():
                assert before.window is not None
                assert not before.window.breached
                assert before.window.due_by is not None
                stopped = before.window.asked_on is not None and before.window.asked_on < before.window.due_by
                assert not stopped
            case events.ResponseWindowSet(completed_on=day):
                assert day == before.completed_on
            case answers.ResponseWindowRecalculated(before=was, after=will_be):
                assert was == before.window.due_by != will_be
                assert not before.window.breached
        assert before.completed_on in (None, after.completed_on)
        if before.window is not None:
            assert after.window.not_before == before.window.not_before
            moved = after.window.due_by != before.window.due_by
            assert moved == isinstance(fact, answers.ResponseWindowRecalculated)

    @invariant()
    def what_was_stored_leads_to_the_same_state_again(self) -> None:
        if not hasattr(self, "life"):
            return
        catalogue = SERVICE.catalogue
        stored = [(type(fact).__name__, catalogue.encode(fact)) for fact in self.life.facts]
        assert reduce(evolving.evolve, (catalogue.decode(*row) for row in stored), None) == self.life.request


RequestLife.TestCase.settings = settings(max_examples=100, stateful_step_count=30, deadline=None, database=None)
TestRequestLife = RequestLife.TestCase
