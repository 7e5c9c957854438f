"""Policy versions with the words for their approval, and the findings about them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Connection, Integer, MetaData, String, Table

from services.governance.domain.events import policy as events
from services.governance.views.rows import change, put
from shared.followers.views import View
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


def apply(connection: Connection, recorded: Recorded, event: Any) -> None:
    """Fill both tables."""
    match event:
        case events.PolicyVersionDrafted():
            put(
                connection,
                VERSIONS,
                recorded,
                policy_id=event.policy_id,
                version=event.version,
                stage="drafted",
                approval=event.approval_as_imported,
                document_sha256=event.document_sha256,
                text_quality=event.text_quality,
            )
        case events.PolicyApproved():
            _version(
                connection,
                recorded,
                event,
                stage="approved",
                approval="approved",
                meeting_no=event.meeting_no,
                date_hijri_as_stated=event.date_hijri_as_stated,
                date_gregorian_as_stated=event.date_gregorian_as_stated,
            )
        case _:
            _staged(connection, recorded, event)
            _finding(connection, recorded, event)


def _staged(connection: Connection, recorded: Recorded, event: Any) -> None:
    match event:
        case events.PolicyVersionPutInForce():
            _version(connection, recorded, event, stage="in_force", effective_on=event.effective_on.isoformat())
        case events.TextOfRecordUploaded():
            _version(connection, recorded, event, text_of_record_sha256=event.file_sha256)
        case events.PolicyCirculated():
            _version(connection, recorded, event, circulated_on=event.circulated_on.isoformat())
        case events.PolicySubmittedForApproval():
            _version(connection, recorded, event, stage="submitted")
        case events.PolicyReturned():
            _version(connection, recorded, event, stage="drafted")
        case events.PolicyVersionSuperseded():
            _version(connection, recorded, event, stage="superseded")
        case events.PolicyWithdrawn():
            _version(connection, recorded, event, stage="withdrawn")


def _version(connection: Connection, recorded: Recorded, event: Any, **values: Any) -> None:
    change(connection, VERSIONS, recorded, {"policy_id": event.policy_id, "version": event.version}, **values)


def _finding(connection: Connection, recorded: Recorded, event: Any) -> None:
    match event:
        case events.PolicyFindingRecorded(policy_id=policy_id, code=code, interpretation=words):
            kind = "ambiguity" if code.startswith("AMB-") else "own"
            _put_finding(connection, recorded, policy_id, code, kind, words)
        case events.ApprovalDateMismatchFound(policy_id=policy_id):
            words = f"{event.hijri_stated} / {event.gregorian_stated} = {event.umm_al_qura_of_gregorian}"
            _put_finding(connection, recorded, policy_id, "date_mismatch", "date_mismatch", words)
        case events.PolicyFindingResolved(policy_id=policy_id, code=code):
            key = {"policy_id": policy_id, "code": code}
            settled = {"interpretation": event.interpretation, "resolution_ref": event.resolution_ref}
            change(connection, FINDINGS, recorded, key, is_open=False, **settled)


def _put_finding(connection: Connection, recorded: Recorded, policy_id: str, code: str, kind: str, words: str) -> None:
    put(connection, FINDINGS, recorded, policy_id=policy_id, code=code, kind=kind, is_open=True, interpretation=words)


POLICIES = View(name="policies", tables=(VERSIONS, FINDINGS), apply=apply)
