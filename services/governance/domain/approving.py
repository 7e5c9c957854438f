"""From draft to force: submitted, returned, approved, ruling, superseded, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from services.governance.domain.commands.policy import (
    PutPolicyInForce,
    RecordBoardApproval,
    ReturnPolicy,
    SubmitPolicyForApproval,
    WithdrawPolicy,
)
from services.governance.domain.contract import in_force, opened
from services.governance.domain.events.policy import (
    ApprovalDateMismatchFound,
    PolicyApproved,
    PolicyReturned,
    PolicySubmittedForApproval,
    PolicyVersionPutInForce,
    PolicyVersionSuperseded,
    PolicyWithdrawn,
)
from services.governance.domain.policy import (
    Situation,
    approval_is_complete,
    drafter_does_not_record_approval,
)
from services.governance.domain.policy_version import Policy, Version, stage_is
from services.governance.domain.refusals import approval as refusals
from services.governance.domain.refusals.policy import wrong_stage
from shared.locale.dates import parse_hijri, to_hijri


def submit(
    command: SubmitPolicyForApproval, state: Policy, _situation: Situation
) -> tuple[PolicySubmittedForApproval, ...]:
    stage_is(state.version(command.version), "drafted")
    return (
        PolicySubmittedForApproval(
            policy_id=command.policy_id, version=command.version, submitted_to=command.submitted_to
        ),
    )


def give_back(command: ReturnPolicy, state: Policy, _situation: Situation) -> tuple[PolicyReturned, ...]:
    stage_is(state.version(command.version), "submitted")
    return (PolicyReturned(policy_id=command.policy_id, version=command.version, reason_code=command.reason_code),)


def approve(command: RecordBoardApproval, state: Policy, situation: Situation) -> tuple[Any, ...]:
    version = state.version(command.version)
    recorded_late = version.stage == "in_force" and version.approval is None
    if not recorded_late:
        stage_is(version, "submitted")
    drafter_does_not_record_approval(version.drafted_by, situation)
    complete = approval_is_complete(command.body, command.meeting_no, command.date_hijri, command.date_gregorian)
    refusals.approval_incomplete.unless(complete)
    mismatch = tuple(dates_that_disagree(command))
    again = _in_force_anew(command.policy_id, version, situation) if recorded_late else ()
    return (_approved(command, situation), *mismatch, *again)


def _in_force_anew(policy_id: str, version: Version, situation: Situation) -> tuple[PolicyVersionPutInForce, ...]:
    """An approval found later changes what may be printed, but not since when the version rules."""
    since = version.effective_on or situation.today
    return (_in_force(policy_id, version, since, None, approved=True),)


def _approved(command: RecordBoardApproval, situation: Situation) -> PolicyApproved:
    return PolicyApproved(
        policy_id=command.policy_id,
        version=command.version,
        body=command.body,
        meeting_no=command.meeting_no or 0,
        date_hijri_as_stated=command.date_hijri,
        date_gregorian_as_stated=command.date_gregorian,
        signatory_title=command.signatory_title,
        signatory=situation.refs.get("signatory"),
        recorded_by=situation.actor.ref,
    )


def dates_that_disagree(command: RecordBoardApproval) -> Iterator[ApprovalDateMismatchFound]:
    """Both dates stay as stated; that they name two days is a finding for the association to settle."""
    hijri = str(parse_hijri(command.date_hijri)) if command.date_hijri else None
    computed = str(to_hijri(_gregorian(command.date_gregorian))) if command.date_gregorian else None
    if hijri is not None and computed is not None and hijri != computed:
        yield ApprovalDateMismatchFound(
            policy_id=command.policy_id,
            version=command.version,
            hijri_stated=command.date_hijri or "",
            gregorian_stated=command.date_gregorian or "",
            umm_al_qura_of_gregorian=computed,
        )


def _gregorian(stated: str) -> date:
    try:
        return date.fromisoformat(stated)
    except ValueError:
        raise refusals.approval_date_invalid.refused() from None


def put_in_force(command: PutPolicyInForce, state: Policy, situation: Situation) -> tuple[Any, ...]:
    version = state.version(command.version)
    stage_is(version, "drafted", "approved")
    refusals.approval_missing.unless(may_rule(version, state))
    effective_on = command.effective_on or situation.today
    refusals.not_yet_effective.unless(effective_on <= situation.today, date=effective_on)
    supersedes = state.in_force
    replaced = (
        (PolicyVersionSuperseded(policy_id=command.policy_id, version=supersedes, by=command.version),)
        if supersedes is not None
        else ()
    )
    approved = version.approval is not None or rests_on_an_approval(version, state)
    return (*replaced, _in_force(command.policy_id, version, effective_on, supersedes, approved=approved))


def may_rule(version: Version, state: Policy) -> bool:
    """Approved; or carried by a resolution; or what the association lived by when it joined (AMB-13)."""
    return version.stage == "approved" or version.resolution_ref is not None or version.number == state.first


def rests_on_an_approval(version: Version, state: Policy) -> bool:
    """A resolution on how to read the window leaves the rest of the text as approved, or not, as it was."""
    return version.resolution_ref is not None and state.version(version.amends or 0).approval is not None


def _in_force(
    policy_id: str, version: Version, effective_on: date, supersedes: int | None, *, approved: bool
) -> PolicyVersionPutInForce:
    return PolicyVersionPutInForce(
        policy_id=policy_id,
        version=version.number,
        effective_on=effective_on,
        supersedes=supersedes,
        approval_recorded=approved,
        rules=in_force(
            opened(version.document),
            version=version.number,
            effective_on=effective_on,
            approval_recorded=approved,
        ),
    )


def withdraw(command: WithdrawPolicy, state: Policy, _situation: Situation) -> tuple[PolicyWithdrawn, ...]:
    version = state.version(command.version)
    if version.stage == "in_force":
        wrong_stage.unless(state.under_review, stage=version.stage)
    else:
        stage_is(version, "drafted", "submitted", "approved")
    return (PolicyWithdrawn(policy_id=command.policy_id, version=command.version, reason_code=command.reason_code),)
