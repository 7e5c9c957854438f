"""The roles that governance grants to staff, and by which every service decides who may ask what."""

from __future__ import annotations

STAFF_ROLES = frozenset(
    {
        "beneficiary_relations_officer",
        "social_research_officer",
        "social_worker",
        "branch_delegate",
        "service_provider",
        "reviewing_member",
        "reviewing_secretary",
        "follow_up_officer",
        "investigation_member",
        "liaison_officer",
        "senior_management",
        "governance_officer",
        "board_member",
        "data_protection_officer",
        "auditor",
        "integrator",
    }
)
