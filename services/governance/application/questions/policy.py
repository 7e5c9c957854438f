"""Questions about policies: documents, clauses, versions and the text of record."""

from __future__ import annotations

from typing import Annotated

from services.governance.application.aggregates import POLICY
from services.governance.domain.clauses import clauses
from services.governance.domain.contract import opened
from services.governance.domain.policy_version import Policy
from services.governance.views.listed import rows
from services.governance.views.policies import POLICIES, VERSIONS
from shared.application.desk import Desk
from shared.contracts.governance import Clause
from shared.domain.limits import Longest
from shared.domain.messages import message
from shared.domain.refusals import NotFound


@message
class ReadPolicy:
    """One version's document; without a version, the one in force; without a policy, the association's."""

    policy_id: str | None = None
    version: int | None = None


@message
class PolicyAnswer:
    """document: the policy file as canonical JSON; approval: approved, in_force_approval_unrecorded, …"""

    policy_id: str
    version: int
    stage: str
    approval: str
    document: Annotated[str, Longest(characters=200_000)]
    document_sha256: str


@message
class ReadClauses:
    """The clauses of a version, by topic."""

    policy_id: str | None = None
    version: int | None = None


@message
class ClauseList:
    """Topics the text is silent on are not in it."""

    policy_id: str
    version: int
    clauses: tuple[Clause, ...]


@message
class ReadTextOfRecord:
    """The association's own file."""

    policy_id: str
    version: int


@message
class TextOfRecord:
    """content: base64; file_sha256: of the bytes."""

    content: Annotated[str, Longest(characters=900_000)]
    byte_count: int
    file_sha256: str


@message
class ListPolicyVersions:
    """All versions; at_least_position: wait until the list shows what was written there."""

    at_least_position: int = 0


@message
class PolicyVersionRow:
    """approval: `approved` only where an approval is recorded with its particulars."""

    policy_id: str
    version: int
    stage: str
    approval: str
    meeting_no: int | None
    date_hijri_as_stated: str | None
    date_gregorian_as_stated: str | None
    effective_on: str | None
    document_sha256: str
    text_quality: str
    circulated_on: str | None
    text_of_record_sha256: str | None


@message
class PolicyVersionList:
    """Oldest first."""

    versions: tuple[PolicyVersionRow, ...]


def read_policy(query: ReadPolicy, desk: Desk) -> PolicyAnswer:
    policy = _policy(query.policy_id, desk)
    version = policy.current if query.version is None else policy.version(query.version)
    return PolicyAnswer(
        policy_id=policy.policy_id,
        version=version.number,
        stage=version.stage,
        approval="approved" if version.approval is not None else version.approval_as_imported,
        document=version.document,
        document_sha256=version.document_sha256,
    )


def read_clauses(query: ReadClauses, desk: Desk) -> ClauseList:
    policy = _policy(query.policy_id, desk)
    version = policy.current if query.version is None else policy.version(query.version)
    return ClauseList(policy_id=policy.policy_id, version=version.number, clauses=clauses(opened(version.document)))


def read_text_of_record(query: ReadTextOfRecord, desk: Desk) -> TextOfRecord:
    uploaded = _policy(query.policy_id, desk).version(query.version).text_of_record
    if uploaded is None:
        raise NotFound(
            "no_text_of_record",
            en="The text of record has not been uploaded.",
            ar="لم يُرفع النص المعتمد بعد.",
        )
    content = desk.open(uploaded.file, str, reason="text_of_record", case_id=query.policy_id)
    return TextOfRecord(content=content, byte_count=uploaded.byte_count, file_sha256=uploaded.file_sha256)


def list_policy_versions(query: ListPolicyVersions, desk: Desk) -> PolicyVersionList:
    found = rows(desk, POLICIES, VERSIONS, query.at_least_position, ("policy_id", "version"))
    return PolicyVersionList(versions=tuple(PolicyVersionRow(**row) for row in found))


def _policy(policy_id: str | None, desk: Desk) -> Policy:
    ruling = desk.rules().policy()
    wanted = policy_id or (ruling.policy_id if ruling else "")
    policy: Policy = desk.load(POLICY, wanted)
    return policy
