"""The invented people of a rehearsal: staff by reference, beneficiaries with synthetic names and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from shared.domain.actor import Actor
from shared.locale.identity_numbers import luhn_total

STAFF: Mapping[str, tuple[str, ...]] = {
    "officer-1": ("beneficiary_relations_officer",),
    "research-1": ("social_research_officer",),
    "worker-1": ("social_worker",),
    "secretary-1": ("reviewing_secretary",),
    "member-1": ("reviewing_member",),
    "member-2": ("reviewing_member",),
    "member-3": ("reviewing_member",),
    "provider-1": ("service_provider",),
    "director-1": ("senior_management",),
    "follow-up-1": ("follow_up_officer",),
    "auditor-1": ("auditor",),
}


def staff(tenant: str, ref: str) -> Actor:
    """A staff member of the rehearsal."""
    return Actor(tenant=tenant, kind="staff", ref=ref, roles=frozenset(STAFF[ref]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Who applies: as the register takes him. visits_by, agreed_on: channels of his association."""

    kind: str
    profile: Mapping[str, Any]
    identity: Mapping[str, Any]
    visits_by: str
    agreed_on: str


def _person(name: str, kind: str, visits_by: str, agreed_on: str, category: str | None = None) -> Applicant:
    born = {"calendar": "hijri", "year": 1405, "month": 3, "day": 12} if kind == "person" else None
    return Applicant(
        kind=kind,
        profile={"name": name, "category_code": category, "birth": born},
        # Synthetic: the number passes the check digit and belongs to nobody.
        identity={"kind": "national_id", "number": "1900000009"},
        visits_by=visits_by,
        agreed_on=agreed_on,
    )


APPLICANTS: Mapping[str, Applicant] = {
    "sidr": _person("مثال سدر الأول", "person", "interview", "phone_call"),
    "israr": _person("مثال إصرار الأول", "person", "branch_delegate", "phone_call"),
    "kadi": _person("مثال كادي الأول", "person", "interview", "email"),
    "kayan": _person("أسرة مثال كيان", "household", "field_visit", "phone_call", "foster_family"),
    "basmat": _person("مثال بسمات الأول", "person", "interview", "phone_call"),
}
OTHER = _person("مثال عام الأول", "person", "interview", "phone_call")


def synthetic_number(seed: UUID) -> str:
    """A national identity number that passes the check digit and belongs to nobody, another for each seed."""
    stem = f"1{seed.int % 10**8:08}"
    return f"{stem}{-luhn_total(f'{stem}0') % 10}"


def applicant(tenant: str) -> Applicant:
    """The invented applicant of an association."""
    return APPLICANTS.get(tenant, OTHER)


CONTACT_POINTS = (
    {"contact_point_id": "phone-1", "kind": "phone", "value": "0500000001"},
    {"contact_point_id": "mail-1", "kind": "email", "value": "example@example.test"},
)
POINT_OF = {"phone_call": "phone-1", "email": "mail-1"}
