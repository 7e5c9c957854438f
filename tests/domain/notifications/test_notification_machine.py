"""Whatever happens in whatever order, a message moves along the lines of its state machine and reaches nobody twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from services.notifications.domain import commands as asked
from services.notifications.domain import events as happened
from services.notifications.domain import handing_over, sending, telling
from services.notifications.domain.notification import ENDED, Notification, evolve
from services.notifications.domain.policy import CANNOT_BE_STOPPED
from services.notifications.domain.recipient import Recipient
from services.notifications.service import SERVICE
from shared.application.rulebook import RuleAdopted, Rulebook, adopt
from shared.application.rulebook import evolve as adopted
from shared.application.situation import Situation
from shared.domain.actor import Actor
from shared.domain.refusals import Refused
from shared.domain.sealed import ContentRef
from tests.domain.notifications.examples import ALL, CHILD, MOTHER, TODAY, policy

ID, SEALED = "n-1", ContentRef(ref="r", sha256="0")
LINES: dict[str | None, set[str]] = {
    None: {"requested"},
    "requested": {"suppressed", "rendered", "awaiting_staff", "abandoned"},
    "rendered": {"sending", "suppressed", "abandoned"},
    "awaiting_staff": {"delivered", "requested", "waiting", "suppressed", "abandoned"},
    "sending": {"sent", "waiting", "requested", "suppressed", "abandoned"},
    "waiting": {"sending", "suppressed", "abandoned"},
    "sent": {"delivered", "waiting", "requested", "suppressed", "abandoned"},
    "delivered": set(),
    "suppressed": set(),
    "abandoned": set(),
}
RECIPIENTS = {
    "nobody known": Recipient(),
    "by mail": Recipient(recipient_id=MOTHER, channel_code="email", contact_point_id="p", contact_point=SEALED),
    "by telephone": Recipient(
        recipient_id=CHILD, channel_code="phone_call", contact_point=SEALED, consents=("survey",)
    ),
    "wants nothing": Recipient(channel_code="website", stopped=("service", "survey", "awareness")),
    "destroyed": Recipient(forgotten=True),
}


def rules(*channels: str) -> Rulebook:
    book = Rulebook()
    for command in adopt(policy(*channels)):
        book = adopted(book, RuleAdopted(contract=command.contract, content=command.content))
    return book


PERMITTED = {channels: rules(*channels) for channels in (ALL, ("website",), ("fax",), ("correspondence", "email"))}
ANY_ATTEMPT = st.integers(0, 6)


class MessageLife(RuleBasedStateMachine):
    """One message, and all that can be asked about it."""

    @initialize(
        purpose=st.sampled_from(["service", "decision", "complaint", "survey", "awareness", "staff"]),
        whom=st.sampled_from(sorted(RECIPIENTS)),
        channels=st.sampled_from(sorted(PERMITTED)),
        by=st.sampled_from([None, "correspondence", "website"]),
    )
    def begin(self, purpose: Any, whom: str, channels: tuple[str, ...], by: str | None) -> None:
        self.purpose, self.whom, self.channels = purpose, whom, channels
        self.state, self.facts, self.now = Notification(), list[Any](), datetime(2026, 3, 15, 9, tzinfo=UTC)
        self.request = asked.RequestNotification(
            notification_id=ID, source_event_id=UUID(int=7), purpose=purpose, template_code="decision_issued",
            recipient_id=CHILD, case_id="case", request_id="request-1", dedupe_key="k", channel=by,
        )  # fmt: skip
        self.ask_for_it()

    @property
    def situation(self) -> Situation:
        actor = Actor(tenant="t", kind="staff", ref="staff-1", roles=frozenset({"system"}))
        refs = {"content": SEALED, "proof": SEALED}
        return Situation(now=self.now, actor=actor, rules=PERMITTED[self.channels], refs=refs)

    def ask(self, decide: Any, command: Any, *more: Any) -> None:
        try:
            decided = decide(command, self.state, *more, self.situation)
        except Refused:
            return
        for fact in decided:
            after = evolve(self.state, fact)
            assert after.stage == self.state.stage or after.stage in LINES[self.state.stage], (self.state.stage, fact)
            assert self.state.stage not in ENDED, fact
            assert after.way >= self.state.way
            self.state = after
            self.facts.append(fact)

    @rule()
    def ask_for_it(self) -> None:
        """However often it is asked for."""
        self.ask(telling.request_notification, self.request, RECIPIENTS[self.whom])

    @rule()
    def write(self) -> None:
        command = asked.RenderNotification(
            notification_id=ID, recipient_id=CHILD, template_code="decision_issued", template_version=1,
            template_sha256="0", content=asked.Rendered(subject="s", body="b"),
        )  # fmt: skip
        self.ask(telling.render_notification, command)

    @rule(skip=ANY_ATTEMPT)
    def send(self, skip: int) -> None:
        attempt = self.state.attempt + 1 if skip < 5 else skip
        self.ask(sending.send_notification, asked.SendNotification(notification_id=ID, attempt=attempt))

    @rule(attempt=ANY_ATTEMPT)
    def take(self, attempt: int) -> None:
        named = {"notification_id": ID, "attempt": self.state.attempt if attempt else 0, "provider": "p"}
        self.ask(sending.record_sent, asked.RecordSent(**named, provider_message_id="m"))

    @rule(permanent=st.booleans())
    def fail(self, permanent: bool) -> None:
        command = asked.RecordFailure(
            notification_id=ID, attempt=self.state.attempt, provider="p", provider_status="x", permanent=permanent
        )
        self.ask(sending.record_failure, command)

    @rule(delivered=st.booleans())
    def report(self, delivered: bool) -> None:
        command = asked.RecordDeliveryReport(notification_id=ID, delivered=delivered, provider_status="x")
        self.ask(sending.record_delivery_report, command)

    @rule(channel=st.sampled_from(["correspondence", "fax", "phone_call"]), handed_over=st.booleans())
    def carry_by_hand(self, channel: Any, handed_over: bool) -> None:
        done = asked.RecordManualDelivery(
            notification_id=ID, recipient_id=CHILD, channel=channel, proof="توقيع المستلم", delivered_on=TODAY
        )
        failed = asked.RecordManualFailure(notification_id=ID, reason_code="nobody_there")
        if handed_over:
            self.ask(handing_over.record_manual_delivery, done)
        else:
            self.ask(handing_over.record_manual_failure, failed)

    @rule(why=st.sampled_from(["destroyed", "guardianship"]))
    def stop(self, why: str) -> None:
        if why == "destroyed":
            self.ask(telling.suppress_notification, asked.SuppressNotification(notification_id=ID))
        else:
            self.ask(telling.withhold_notification, asked.WithholdNotification(notification_id=ID))

    @rule(minutes=st.integers(1, 300))
    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @invariant()
    def it_is_asked_for_once_and_ends_at_most_once(self) -> None:
        assert self.count(happened.NotificationRequested) <= 1
        ends = (happened.NotificationDelivered, happened.NotificationSuppressed, happened.NotificationAbandoned)
        assert self.count(*ends) <= 1

    @invariant()
    def it_goes_by_permitted_ways_only(self) -> None:
        for fact in self.facts if hasattr(self, "facts") else ():
            if isinstance(fact, happened.NotificationRequested) and fact.purpose != "staff":
                assert {way.channel for way in fact.ways} <= set(self.channels)
            if isinstance(fact, happened.NotificationRendered):
                assert fact.channel in {way.channel for way in self.state.ways}

    @invariant()
    def what_cannot_be_stopped_is_suppressed_by_destruction_only(self) -> None:
        for fact in self.facts if hasattr(self, "facts") else ():
            if isinstance(fact, happened.NotificationSuppressed) and self.purpose in CANNOT_BE_STOPPED:
                assert fact.cause == "subject_destroyed"

    @invariant()
    def attempts_are_counted_one_by_one(self) -> None:
        facts = self.facts if hasattr(self, "facts") else ()
        attempts = [fact.attempt for fact in facts if isinstance(fact, happened.SendAttemptStarted)]
        assert attempts == list(range(1, len(attempts) + 1))

    @invariant()
    def the_facts_lead_to_the_same_state_again(self) -> None:
        state = Notification()
        for fact in self.facts if hasattr(self, "facts") else ():
            stored = SERVICE.catalogue.encode(fact)
            state = evolve(state, SERVICE.catalogue.decode(type(fact).__name__, stored))
        assert not hasattr(self, "state") or state == self.state

    def count(self, *kinds: type[Any]) -> int:
        return sum(isinstance(fact, kinds) for fact in self.facts) if hasattr(self, "facts") else 0


MessageLife.TestCase.settings = settings(max_examples=100, stateful_step_count=25, deadline=None, database=None)
TestMessageLife = MessageLife.TestCase
