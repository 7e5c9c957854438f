"""Whatever is asked, in whatever order and on whatever day, some things never happen to a request."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import reduce
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.intake.domain import (
    beneficiary,
    completing,
    evidence,
    evolving,
    preparing,
    registering,
    replying,
    serving,
)
from services.intake.domain.commands import reply, request
from services.intake.domain.commands.beneficiary import CorrectBeneficiaryData, LinkGuardian
from services.intake.domain.events import reply as answers
from services.intake.domain.events import request as events
from services.intake.domain.events.beneficiary import BeneficiaryRegistered
from services.intake.domain.person import Profile
from services.intake.domain.support_request import SupportRequest
from services.intake.service import SERVICE
from shared import codec
from shared.application.rulebook import RuleAdopted, Rulebook, adopt, evolve
from shared.application.situation import Situation
from shared.domain.actor import Actor
from shared.domain.refusals import SanadError
from shared.domain.sealed import ContentRef
from tests.contracts.samples import sample
from tests.domain.intake.examples import FATIMA, GUARDIAN, ITEMS, REQUEST, REVIEW, TODAY, agreement, rules_of
from tests.domain.intake.examples import settings as settings_of

SEALED = ContentRef(ref="r", sha256="0")
STAFF = ("staff-amal", "staff-maha")


def rulebook(association: str, *more: Any) -> Rulebook:
    adopted = (command for rule in (*rules_of(association), *more) for command in adopt(rule))
    return reduce(evolve, (RuleAdopted(contract=each.contract, content=each.content) for each in adopted), Rulebook())


RULES = {association: rulebook(association) for association in ("sidr", "kadi", "kayan")}
RULES["kadi, clock stops for questions"] = rulebook("kadi", settings_of(pauses_for_information=True))


@dataclass(slots=True)
class Life:
    """A request and its beneficiary, with all that ever happened to them."""

    association: str
    minor: bool
    now: datetime = datetime(2026, 3, 15, 9, tzinfo=UTC)
    facts: list[Any] = field(default_factory=list)

    @property
    def person(self) -> Any:
        return reduce(beneficiary.evolve, self.facts, None)

    @property
    def request(self) -> SupportRequest:
        state = reduce(evolving.evolve, self.facts, None)
        assert state is not None
        return state

    def situation(self, staff: str) -> Situation:
        actor = Actor(tenant="t", kind="staff", ref=staff, roles=frozenset({"beneficiary_relations_officer"}))
        refs = dict.fromkeys(("signed_content", "document", "details", "profile", "evidence", "contact_points"), SEALED)
        return Situation(now=self.now, actor=actor, rules=RULES[self.association], refs=refs)

    def ask(self, decide: Any, command: Any, staff: str) -> None:
        try:
            self.facts += decide(command, self.request, self.person, self.situation(staff))
        except SanadError as refused:
            self.facts += getattr(refused, "on_record", ())


def begun(association: str, *, minor: bool) -> Life:
    life = Life(association, minor)
    registered = BeneficiaryRegistered(
        kind="person", internal=False, guardian_required=minor, profile=SEALED, contact_points=SEALED,
        contact_point_ids=("phone-1",),
    )  # fmt: skip
    policy = life.situation("x").policy
    opened = events.SupportRequestOpened(
        number="1", beneficiary_id=FATIMA, service_code="rent_support", origin="outreach", channel="interview",
        opened_on=TODAY, policy_version=policy.ref,
    )  # fmt: skip
    life.facts += [registered, opened]
    return life


def sign(life: Life, staff: str) -> None:
    signer = GUARDIAN if life.minor else FATIMA
    revision = completing.current_revision(life.request, life.person)
    command = request.SignDeclaration(
        request_id=REQUEST, beneficiary_id=FATIMA, signed_content="x", data_revision=revision, signed_by=signer,
        method="in_person",
    )  # fmt: skip
    life.ask(preparing.sign_declaration, command, staff)


def correct(life: Life, staff: str) -> None:
    command = CorrectBeneficiaryData(beneficiary_id=FATIMA, basis="x", profile=Profile(name="y"))
    corrected = registering.correct(command, life.person, life.situation(staff))
    # The example's profile has no birth date; what matters here is the revision.
    life.facts += [replace(corrected[0], guardian_required=life.minor)]
    revision = completing.current_revision(life.request, life.person)
    life.facts += evidence.invalidated(life.request, revision)


def bring(life: Life, staff: str) -> None:
    for item in ITEMS:
        brought = request.AddEvidence(request_id=REQUEST, beneficiary_id=FATIMA, item_code=item)
        life.ask(evidence.add_evidence, brought, staff)
        life.ask(evidence.match_evidence, request.MatchEvidence(request_id=REQUEST, item_code=item), staff)


def link(life: Life, staff: str) -> None:
    command = LinkGuardian(beneficiary_id=FATIMA, guardian_id=GUARDIAN, basis="natural", evidence="x")
    try:
        life.facts += registering.link_guardian(command, life.person, life.situation(staff))
    except SanadError:
        return


def agree(life: Life, staff: str) -> None:
    recipient = GUARDIAN if life.minor else FATIMA
    try:
        agreed = registering.agree_contact_channel(
            agreement(recipient_id=recipient), life.person, life.situation(staff)
        )
    except SanadError:
        return
    life.facts += agreed


def wait(life: Life, _staff: str) -> None:
    life.now += timedelta(days=9)


def asking(decide: Any, command: Any) -> Any:
    return lambda life, staff: life.ask(decide, command, staff)


R = {"request_id": REQUEST}
DECISION = reply.ReceiveDecision(**R, review_id=REVIEW, outcome="approved", decided_on=TODAY)
STEPS = (
    sign,
    correct,
    bring,
    link,
    wait,
    asking(preparing.confirm_outreach, request.ConfirmOutreach(**R, confirmed_by=FATIMA)),
    asking(preparing.confirm_outreach, request.ConfirmOutreach(**R, confirmed_by=GUARDIAN)),
    asking(preparing.provide_criteria, request.ProvideCriteria(**R, medium="shown")),
    asking(preparing.explain_process, request.ExplainProcess(**R)),
    asking(preparing.submit, request.SubmitSupportRequest(**R)),
    asking(evidence.reject_evidence, request.RejectEvidence(**R, item_code=ITEMS[0], reason_code="x")),
    asking(completing.complete, request.CompleteSupportRequest(**R)),
    asking(completing.refer_to_review, request.ReferToReview(**R)),
    asking(replying.receive_decision, DECISION),
    asking(replying.receive_decision, replace(DECISION, outcome="rejected", corrected=True)),
    asking(replying.authorize_early_reply, reply.AuthorizeEarlyReply(**R, reason_code="urgent")),
    asking(replying.communicate_decision, reply.CommunicateDecision(**R, channel="interview")),
    asking(replying.mark_undelivered, reply.MarkReplyUndelivered(**R, notification_id="n-1")),
    asking(replying.breach_deadline, reply.BreachDeadline(**R, due_by=TODAY)),
    asking(serving.deliver_service, reply.DeliverService(**R, beneficiary_id=FATIMA, delivered_on=TODAY)),
    asking(serving.close, reply.CloseRequest(**R)),
    asking(serving.reopen, reply.ReopenRequest(**R, reason_code="x")),
    agree,
)
# Most random orders never reach a reply; so lives begin with a usual beginning of some length.
USUAL = (3, 22, 5, 6, 2, 7, 0, 8, 9, 11, 12, 13, 4, 4, 16, 19)
LIVES = st.tuples(
    st.integers(0, len(USUAL)), st.lists(st.tuples(st.integers(0, len(STEPS) - 1), st.sampled_from(STAFF)), max_size=12)
)


@settings(deadline=None)
@given(association=st.sampled_from(sorted(RULES)), minor=st.booleans(), plan=LIVES)
def test_a_request_keeps_its_promises(association: str, minor: bool, plan: tuple[int, list[tuple[int, str]]]) -> None:
    life = begun(association, minor=minor)
    usual, steps = plan
    for number, staff in [*((number, STAFF[0]) for number in USUAL[:usual]), *steps]:
        before = life.request
        at = len(life.facts)
        STEPS[number](life, staff)
        for fact in life.facts[at:]:
            promised(fact, before, life, staff)


def promised(fact: Any, before: SupportRequest, life: Life, staff: str) -> None:
    match fact:
        case events.SupportRequestCompleted():
            assert before.declaration is not None
            assert not before.declaration.void
            assert before.declaration.data_revision == completing.current_revision(before, life.person)
            assert before.outreach_confirmed
            assert before.explained
            assert before.completed_on is None
            assert before.declaration.signed_by == (GUARDIAN if life.minor else FATIMA)
        case answers.DecisionCommunicated(early=early):
            assert before.window is not None
            not_before = before.window.not_before
            assert early == (not_before is not None and fact.replied_on < not_before)
            assert not early or (before.early_reply_by is not None and before.early_reply_by != staff)
        case answers.ResponseDeadlineBreached():
            assert before.window is not None
            assert not before.window.breached
            assert before.window.due_by is not None
            assert life.situation(staff).today > before.window.due_by
        case answers.ServiceDelivered():
            assert before.outcome == "approved"


@pytest.mark.parametrize("association", sorted(RULES))
@pytest.mark.parametrize("minor", [True, False])
def test_the_usual_beginning_leads_to_a_delivered_service(association: str, minor: bool) -> None:
    life = begun(association, minor=minor)
    for number in USUAL:
        STEPS[number](life, STAFF[0])
    assert life.request.stage == "delivered"


@pytest.mark.parametrize("name", sorted(SERVICE.catalogue.types))
def test_no_fact_breaks_a_state_however_unlikely_it_is(name: str) -> None:
    cls = SERVICE.catalogue.types[name]
    fact = codec.decode(cls, codec.encode(sample(cls)))
    life = begun("kadi", minor=False)
    evolving.evolve(life.request, fact)
    evolving.evolve(None, fact)
    beneficiary.evolve(life.person, fact)
    beneficiary.evolve(None, fact)
