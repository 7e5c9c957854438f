"""What the invented staff of a rehearsal are called, each by himself; some in Latin letters too, as in life."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gateways.client import PlatformClient
from gateways.portal.first_accounts import FIRST
from shared.domain.actor import Actor

NAMES: Mapping[str, tuple[str, str | None]] = {
    "officer-1": ("موظف مثال الأول", "Officer Example One"),
    "research-1": ("باحث مثال الأول", None),
    "worker-1": ("أخصائي مثال الأول", None),
    "secretary-1": ("أمين مثال الأول", "Secretary Example One"),
    "member-1": ("عضو مثال الأول", "Member Example One"),
    "member-2": ("عضو مثال الثاني", None),
    "member-3": ("عضو مثال الثالث", "Member Example Three"),
    "provider-1": ("مقدّم مثال الأول", None),
    "director-1": ("مدير مثال الأول", "Director Example One"),
    "follow-up-1": ("متابع مثال الأول", None),
    "auditor-1": ("مدقق مثال الأول", "Auditor Example One"),
}


def name_themselves(client: PlatformClient, tenants: Sequence[str]) -> None:
    """Everybody above says in each association what he is called."""
    for tenant in tenants:
        for ref, (name, latin) in NAMES.items():
            himself = Actor(tenant=tenant, kind="staff", ref=ref, roles=frozenset(FIRST[ref]))
            given = {"staff_ref": ref, "name": {"name": name, "latin": latin}}
            client.tell(himself, "governance.NameStaffMember", given)
