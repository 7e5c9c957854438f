"""Who may ask what, by the role codes of governance."""

from __future__ import annotations

from shared.application.routes import SYSTEM as SYSTEM_ROLE

COUNTER = frozenset({"beneficiary_relations_officer", "branch_delegate"})
ANSWERERS = COUNTER | {"liaison_officer", "social_research_officer"}
OFFICER = frozenset({"beneficiary_relations_officer"})
SELF = frozenset({"beneficiary", "guardian"})
RESEARCH = frozenset({"social_research_officer"})
CASEWORK = frozenset({"social_worker", "social_research_officer", "beneficiary_relations_officer"})
SERVICE = frozenset({"service_provider", "beneficiary_relations_officer"})
MANAGEMENT = frozenset({"senior_management"})
PRIVACY = frozenset({"data_protection_officer"})
OVERSEERS = COUNTER | CASEWORK | MANAGEMENT | {"auditor", "liaison_officer"}
"""Who sees what waits at the counter."""
SYSTEM = frozenset({SYSTEM_ROLE})
REVIEWERS = frozenset({"reviewing_member", "reviewing_secretary"})
NEED_TO_KNOW = COUNTER | CASEWORK | SERVICE | MANAGEMENT | PRIVACY | {"auditor", SYSTEM_ROLE}
"""Who sees cases where being on the register is itself sensitive (unknown parentage); reviewers see what they study."""


def needs_to_know(roles: frozenset[str], *, reviewed: bool = False) -> bool:
    """Whether somebody sees a sensitive case, or their lists; reviewed: the case lies, or lay, before the body."""
    return not roles.isdisjoint(NEED_TO_KNOW | SELF | (REVIEWERS if reviewed else frozenset()))


STAFF = frozenset(
    {
        *COUNTER,
        *CASEWORK,
        *SERVICE,
        *MANAGEMENT,
        *PRIVACY,
        "liaison_officer",
        "follow_up_officer",
        "reviewing_member",
        "reviewing_secretary",
        "auditor",
        SYSTEM_ROLE,
    }
)
