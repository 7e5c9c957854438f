"""Whatever is asked in whatever order: versions without gaps, one in force, and every fact can be read again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import yaml
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from services.governance.domain import approving, drafting, keeping
from services.governance.domain.commands import policy as asked
from services.governance.domain.policy_version import Policy, evolve
from services.governance.service import SERVICE
from shared.application.rulebook import Rulebook
from shared.domain.actor import Actor
from shared.domain.refusals import Refused
from shared.domain.sealed import ContentRef
from tests.rooms.governance.stage import POLICIES

DOCUMENT = yaml.safe_load((POLICIES / "sidr.yaml").read_text("utf-8"))
VERSIONS = st.integers(1, 4)
OFFICERS = st.sampled_from(["officer-1", "officer-2"])


@dataclass(frozen=True)
class Moment:
    """What a decision may know, on one day."""

    actor: Actor
    now: datetime = datetime(2026, 3, 1, tzinfo=UTC)
    today: date = date(2026, 3, 1)
    rules: Rulebook = field(default_factory=Rulebook)
    refs: dict[str, ContentRef] = field(default_factory=dict)


def document(version: int) -> str:
    return json.dumps(DOCUMENT | {"policy": DOCUMENT["policy"] | {"version": version}})


class PolicyLife(RuleBasedStateMachine):
    """Commands in any order, refused or not."""

    def __init__(self) -> None:
        super().__init__()
        self.state = Policy()
        self.facts: list[Any] = []

    def ask(self, decide: Callable[..., tuple[Any, ...]], command: Any, by: str) -> None:
        actor = Actor(tenant="sidr", kind="staff", ref=by)
        try:
            events = decide(command, self.state, Moment(actor=actor))
        except Refused:
            return
        for event in events:
            self.state = evolve(self.state, event)
            self.facts.append(event)

    @rule(by=OFFICERS)
    def draft(self, by: str) -> None:
        self.ask(drafting.draft, asked.DraftPolicy(policy_id="sidr-brp", document=document(1)), by)

    @rule(version=VERSIONS, by=OFFICERS)
    def amend(self, version: int, by: str) -> None:
        command = asked.AmendPolicy(policy_id="sidr-brp", version=version, document=document(version))
        self.ask(drafting.amend, command, by)

    @rule(version=VERSIONS, by=OFFICERS)
    def read_otherwise(self, version: int, by: str) -> None:
        command = asked.SetWindowInterpretation(
            policy_id="sidr-brp", version=version, interpretation="maximum_by_board_resolution", resolution_ref="1"
        )
        self.ask(drafting.set_interpretation, command, by)

    @rule(version=VERSIONS, by=OFFICERS)
    def submit(self, version: int, by: str) -> None:
        command = asked.SubmitPolicyForApproval(policy_id="sidr-brp", version=version, submitted_to="board")
        self.ask(approving.submit, command, by)

    @rule(version=VERSIONS, by=OFFICERS)
    def approve(self, version: int, by: str) -> None:
        command = asked.RecordBoardApproval(
            policy_id="sidr-brp", version=version, body="board", meeting_no=3, date_gregorian="2026-02-01"
        )
        self.ask(approving.approve, command, by)

    @rule(version=VERSIONS, by=OFFICERS)
    def put_in_force(self, version: int, by: str) -> None:
        self.ask(approving.put_in_force, asked.PutPolicyInForce(policy_id="sidr-brp", version=version), by)

    @rule(by=OFFICERS, outcome=st.sampled_from(["unchanged", "withdraw"]))
    def review(self, by: str, outcome: Any) -> None:
        self.ask(keeping.open_review, asked.OpenPolicyReview(policy_id="sidr-brp", cause="yearly"), by)
        self.ask(keeping.close_review, asked.ClosePolicyReview(policy_id="sidr-brp", outcome=outcome), by)

    @rule(version=VERSIONS, by=OFFICERS)
    def withdraw(self, version: int, by: str) -> None:
        command = asked.WithdrawPolicy(policy_id="sidr-brp", version=version, reason_code="other")
        self.ask(approving.withdraw, command, by)

    @invariant()
    def versions_have_no_gaps(self) -> None:
        numbers = sorted(version.number for version in self.state.versions)
        assert numbers == list(range(1, len(numbers) + 1))

    @invariant()
    def at_most_one_is_in_force(self) -> None:
        ruling = [version.number for version in self.state.versions if version.stage == "in_force"]
        assert ruling == ([] if self.state.in_force is None else [self.state.in_force])

    @invariant()
    def nobody_approved_his_own_draft(self) -> None:
        for version in self.state.versions:
            assert version.approval is None or version.approval.recorded_by != version.drafted_by

    @invariant()
    def only_the_first_ruled_without_approval_or_resolution(self) -> None:
        for version in self.state.versions:
            if version.stage in ("in_force", "superseded"):
                assert version.number == 1 or version.approval is not None or version.resolution_ref is not None

    @invariant()
    def the_facts_lead_to_the_same_state_again(self) -> None:
        state = Policy()
        for fact in self.facts:
            kept = SERVICE.catalogue.decode(type(fact).__name__, SERVICE.catalogue.encode(fact))
            state = evolve(state, kept)
        assert state == self.state


TestPolicyLife = PolicyLife.TestCase
TestPolicyLife.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
