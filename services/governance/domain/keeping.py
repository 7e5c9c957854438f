"""Living with a version: findings, reviews."""

from __future__ import annotations

from services.governance.domain.commands.policy import (
    ClosePolicyReview,
    OpenPolicyReview,
    RecordFinding,
    ResolveFinding,
)
from services.governance.domain.events.policy import (
    PolicyFindingRecorded,
    PolicyFindingResolved,
    PolicyReviewClosed,
    PolicyReviewOpened,
    PolicyWithdrawn,
)
from services.governance.domain.policy import Situation
from services.governance.domain.policy_version import Policy
from services.governance.domain.refusals import policy as refusals


def record_finding(command: RecordFinding, state: Policy, _situation: Situation) -> tuple[PolicyFindingRecorded, ...]:
    refusals.finding_exists.unless(command.code not in state.findings)
    return (
        PolicyFindingRecorded(policy_id=command.policy_id, code=command.code, interpretation=command.interpretation),
    )


def resolve_finding(command: ResolveFinding, state: Policy, _situation: Situation) -> tuple[PolicyFindingResolved, ...]:
    refusals.no_such_finding.unless(state.findings.get(command.code, False))
    refusals.resolution_required.unless(bool(command.resolution_ref.strip()))
    return (
        PolicyFindingResolved(
            policy_id=command.policy_id,
            code=command.code,
            interpretation=command.interpretation,
            resolution_ref=command.resolution_ref,
        ),
    )


def open_review(command: OpenPolicyReview, state: Policy, _situation: Situation) -> tuple[PolicyReviewOpened, ...]:
    refusals.wrong_stage.unless(not state.under_review, stage="under_review")
    return (PolicyReviewOpened(policy_id=command.policy_id, version=state.current.number, cause=command.cause),)


def close_review(
    command: ClosePolicyReview, state: Policy, _situation: Situation
) -> tuple[PolicyReviewClosed | PolicyWithdrawn, ...]:
    refusals.wrong_stage.unless(state.under_review, stage=state.current.stage)
    number = state.current.number
    closed = PolicyReviewClosed(policy_id=command.policy_id, version=number, outcome=command.outcome)
    if command.outcome != "withdraw":
        return (closed,)
    return (closed, PolicyWithdrawn(policy_id=command.policy_id, version=number, reason_code="review"))
