"""A policy and its versions: how their facts make their state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from services.governance.domain.events import policy as events
from services.governance.domain.refusals import policy as refusals

Stage = Literal["drafted", "submitted", "approved", "in_force", "superseded", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """drafted_by: who may not record its approval; resolution_ref: where a resolution, not a meeting, carries it."""

    number: int
    stage: Stage
    document: str
    document_sha256: str
    approval_as_imported: str
    amends: int | None
    resolution_ref: str | None
    drafted_by: str
    approval: events.PolicyApproved | None = None
    text_of_record: events.TextOfRecordUploaded | None = None
    acknowledgement_ids: tuple[str, ...] = ()
    circulated: bool = False
    effective_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """At most one version is in force; findings: code -> whether still open."""

    policy_id: str = ""
    versions: tuple[Version, ...] = ()
    in_force: int | None = None
    under_review: bool = False
    findings: Mapping[str, bool] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """The number of the newest version, 0 before the first."""
        return max((version.number for version in self.versions), default=0)

    @property
    def first(self) -> int:
        """The number of the version the association joined with, 0 before it."""
        return min((version.number for version in self.versions), default=0)

    @property
    def ref(self) -> str | None:
        """How the version in force is cited."""
        return f"{self.policy_id}/{self.in_force}" if self.in_force is not None else None

    @property
    def newest(self) -> str | None:
        """How the newest version is cited: what a history is about before any version is in force."""
        return f"{self.policy_id}/{self.last}" if self.versions else None

    def version(self, number: int) -> Version:
        """One version; refuses an unknown number."""
        found = next((version for version in self.versions if version.number == number), None)
        if found is None:
            raise refusals.no_such_version.refused()
        return found

    @property
    def current(self) -> Version:
        """The version in force; refuses where there is none."""
        return self.version(self.in_force if self.in_force is not None else 0)


def evolve(state: Policy, event: Any) -> Policy:
    match event:
        case events.PolicyVersionDrafted():
            return replace(_put(state, _drafted(event)), policy_id=event.policy_id)
        case events.PolicySubmittedForApproval(version=number):
            return _change(state, number, stage="submitted")
        case events.PolicyReturned(version=number):
            return _change(state, number, stage="drafted")
        case events.PolicyApproved(version=number):
            return _change(state, number, stage="approved", approval=event)
        case events.PolicyVersionPutInForce(version=number, effective_on=day):
            return replace(_change(state, number, stage="in_force", effective_on=day), in_force=number)
        case events.PolicyVersionSuperseded(version=number):
            return _change(state, number, stage="superseded")
        case events.PolicyCirculated(version=number, acknowledgement_ids=ids):
            asked = tuple(dict.fromkeys((*state.version(number).acknowledgement_ids, *ids)))
            return _change(state, number, circulated=True, acknowledgement_ids=asked)
        case events.TextOfRecordUploaded(version=number):
            return _change(state, number, text_of_record=event)
    return _reviewed(state, event)


def _reviewed(state: Policy, event: Any) -> Policy:
    match event:
        case events.PolicyReviewOpened():
            return replace(state, under_review=True)
        case events.PolicyReviewClosed():
            return replace(state, under_review=False)
        case events.PolicyFindingRecorded(code=code):
            return replace(state, findings={**state.findings, code: True})
        case events.ApprovalDateMismatchFound():
            return replace(state, findings={**state.findings, "date_mismatch": True})
        case events.PolicyFindingResolved(code=code):
            return replace(state, findings={**state.findings, code: False})
        case events.PolicyWithdrawn(version=number):
            withdrawn = _change(state, number, stage="withdrawn")
            return replace(withdrawn, in_force=None, under_review=False) if state.in_force == number else withdrawn
    return state


def _drafted(event: events.PolicyVersionDrafted) -> Version:
    return Version(
        number=event.version,
        stage="drafted",
        document=event.document,
        document_sha256=event.document_sha256,
        approval_as_imported=event.approval_as_imported,
        amends=event.amends,
        resolution_ref=event.resolution_ref,
        drafted_by=event.drafted_by,
    )


def _change(state: Policy, number: int, **what: Any) -> Policy:
    return _put(state, replace(state.version(number), **what))


def _put(state: Policy, version: Version) -> Policy:
    others = tuple(each for each in state.versions if each.number != version.number)
    return replace(state, versions=(*others, version))


def stage_is(version: Version, *stages: Stage) -> None:
    """Refuse a step the version's stage does not admit."""
    refusals.wrong_stage.unless(version.stage in stages, stage=version.stage)
