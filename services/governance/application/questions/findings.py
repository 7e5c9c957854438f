"""Questions about what was found unclear or missing in a policy."""

from __future__ import annotations

from services.governance.views.listed import rows
from services.governance.views.policies import FINDINGS, POLICIES
from shared.application.desk import Desk
from shared.domain.messages import message


@message
class ListFindings:
    """All findings, open and settled."""

    at_least_position: int = 0


@message
class FindingRow:
    """kind: ambiguity, date_mismatch or own."""

    policy_id: str
    code: str
    kind: str
    is_open: bool
    interpretation: str
    resolution_ref: str | None


@message
class FindingList:
    """By code."""

    findings: tuple[FindingRow, ...]


def list_findings(query: ListFindings, desk: Desk) -> FindingList:
    found = rows(desk, POLICIES, FINDINGS, query.at_least_position, ("policy_id", "code"))
    return FindingList(findings=tuple(FindingRow(**row) for row in found))
