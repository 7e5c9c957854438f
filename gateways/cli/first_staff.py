"""Those who have a first account, entered with governance as staff: a seat and their roles, and no name yet.

What a name is only its bearer knows: he gives it on his account's page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid5

from gateways.client import PlatformClient
from gateways.portal.first_accounts import FIRST
from shared.domain.actor import Actor
from shared.domain.refusals import Refused

NAMESPACE = UUID("5a6e6164-0000-5000-8000-000000000004")


def enter_first_staff(client: PlatformClient, tenants: Sequence[str]) -> None:
    """Enter whoever is not entered yet; doing it again changes nothing, also where somebody has left since."""
    for tenant in tenants:
        by = Actor(tenant=tenant, kind="staff", ref="onboarding-drafter", roles=frozenset({"governance_officer"}))
        known = {one["staff_ref"]: one["is_serving"] for one in client.ask(by, "governance.ListStaff", {})["staff"]}
        held = {(one["staff_ref"], one["role"]) for one in client.ask(by, "governance.ListRoles", {})["roles"]}
        for name, words in _missing(known, held):
            command_id = uuid5(NAMESPACE, "/".join((tenant, name, words["staff_ref"], words.get("role", ""))))
            # The lists may be behind what the log holds already.
            with suppress(Refused):
                client.tell(by, f"governance.{name}", words, command_id)


def _missing(known: Mapping[str, bool], held: set[tuple[str, str]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for ref, roles in FIRST.items():
        if ref not in known:
            yield "RegisterStaffMember", {"staff_ref": ref, "seat_id": ref, "job_title_code": roles[0]}
        for role in roles:
            if known.get(ref, True) and (ref, role) not in held:
                yield "AssignRole", {"staff_ref": ref, "role": role}
