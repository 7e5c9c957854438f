"""The first account of each role of an association, with a password nobody has seen before."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence

from gateways.portal.accounts import FILE, Accounts, user_name
from gateways.portal.database import Database
from gateways.rehearsal.people import STAFF
from shared.domain.actor import Actor
from shared.settings import Settings

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
FIRST: Mapping[str, tuple[str, ...]] = dict(STAFF) | {
    "delegate-1": ("branch_delegate",),
    "liaison-1": ("liaison_officer",),
    "privacy-1": ("data_protection_officer",),
    "governance-1": ("governance_officer",),
    "board-1": ("board_member",),
    "investigator-1": ("investigation_member",),
}
"""One first account for each role, and three members, since a committee of one decides nothing."""


def first_accounts(settings: Settings, tenants: Sequence[str]) -> list[tuple[str, str, str, str]]:
    """Make the first account of each role of each association that has none; (association, role, user, password)."""
    accounts = Accounts(Database(settings.data / FILE))
    return list(_made(accounts, tenants))


def new_password() -> str:
    """Sixteen letters and digits that are not mistaken for one another: 79 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def _made(accounts: Accounts, tenants: Sequence[str]) -> Iterator[tuple[str, str, str, str]]:
    for tenant in tenants:
        for ref, roles in FIRST.items():
            actor, password = Actor(tenant=tenant, kind="staff", ref=ref, roles=frozenset(roles)), new_password()
            if not accounts.knows(user_name(actor)) and accounts.add(actor, password):
                yield tenant, roles[0], user_name(actor), password
