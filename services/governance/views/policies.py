"""Policy versions with the words for their approval, and the findings about them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Integer, MetaData, String, Table

from services.governance.domain.events import policy as events
from shared.followers import Rows, View
from shared.store.log import Recorded

_META = MetaData()
VERSIONS = Table(
    "policy_versions",
    _META,
    Column("tenant", String, primary_key=True),
    Column("policy_id", String, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("stage", String, nullable=False),
    Column("approval", String, nullable=False),
    Column("meeting_no", Integer),
    Column("date_hijri_as_stated", String),
    Column("date_gregorian_as_stated", String),
    Column("effective_on", String),
    Column("document_sha256", String, nullable=False),
    Column("text_quality", String, nullable=False),
    Column("circulated_on", String),
    Column("text_of_record_sha256", String),
)
FINDINGS = Table(
    "findings",
    _META,
    Column("tenant", String, primary_key=True),
    Column("policy_id", String, primary_key=True),
    Column("code", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("is_open", Boolean, nullable=False),
    Column("interpretation", String, nullable=False),
    Column("resolution_ref", String),
)


def apply(rows: Rows, _recorded: Recorded, event: Any) -> None:
    """Fill both tables."""
    match event:
        case events.PolicyVersionDrafted():
            rows.put(
                VERSIONS,
                policy_id=event.policy_id,
                version=event.version,
                stage="drafted",
                approval=event.approval_as_imported,
                document_sha256=event.document_sha256,
                text_quality=event.text_quality,
            )
        case events.PolicyApproved():
            _version(
                rows,
                event,
                stage="approved",
                approval="approved",
                meeting_no=event.meeting_no,
                date_hijri_as_stated=event.date_hijri_as_stated,
                date_gregorian_as_stated=event.date_gregorian_as_stated,
            )
        case _:
            _staged(rows, event)
            _finding(rows, event)


def _staged(rows: Rows, event: Any) -> None:
    match event:
        case events.PolicyVersionPutInForce():
            _version(rows, event, stage="in_force", effective_on=event.effective_on.isoformat())
        case events.TextOfRecordUploaded():
            _version(rows, event, text_of_record_sha256=event.file_sha256)
        case events.PolicyCirculated():
            _version(rows, event, circulated_on=event.circulated_on.isoformat())
        case events.PolicySubmittedForApproval():
            _version(rows, event, stage="submitted")
        case events.PolicyReturned():
            _version(rows, event, stage="drafted")
        case events.PolicyVersionSuperseded():
            _version(rows, event, stage="superseded")
        case events.PolicyWithdrawn():
            _version(rows, event, stage="withdrawn")


def _version(rows: Rows, event: Any, **values: Any) -> None:
    rows.change(VERSIONS, {"policy_id": event.policy_id, "version": event.version}, **values)


def _finding(rows: Rows, event: Any) -> None:
    match event:
        case events.PolicyFindingRecorded(policy_id=policy_id, code=code, interpretation=words):
            kind = "ambiguity" if code.startswith("AMB-") else "own"
            _put_finding(rows, policy_id, code, kind, words)
        case events.ApprovalDateMismatchFound(policy_id=policy_id):
            words = f"{event.hijri_stated} / {event.gregorian_stated} = {event.umm_al_qura_of_gregorian}"
            _put_finding(rows, policy_id, "date_mismatch", "date_mismatch", words)
        case events.PolicyFindingResolved(policy_id=policy_id, code=code):
            key = {"policy_id": policy_id, "code": code}
            settled = {"interpretation": event.interpretation, "resolution_ref": event.resolution_ref}
            rows.change(FINDINGS, key, is_open=False, **settled)


def _put_finding(rows: Rows, policy_id: str, code: str, kind: str, words: str) -> None:
    rows.put(FINDINGS, policy_id=policy_id, code=code, kind=kind, is_open=True, interpretation=words)


POLICIES = View(name="policies", tables=(VERSIONS, FINDINGS), apply=apply)
