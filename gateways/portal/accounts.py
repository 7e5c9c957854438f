"""Local accounts: who may sign in and as whom, against an Argon2id hash, slower after wrong passwords."""

from __future__ import annotations

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from gateways.portal.database import Database
from gateways.portal.throttle import Throttle
from shared.domain.actor import Actor

FILE = "accounts.db"
HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
NOBODY = HASHER.hash(secrets.token_hex())


class Accounts:
    """The accounts of all associations; a user is called `<reference>@<association>`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._throttle = Throttle(database)

    def add(self, actor: Actor, password: str) -> bool:
        """A new account; False where there is one of that name already, which stays as it is."""
        row = (user_name(actor), actor.tenant, actor.ref, " ".join(sorted(actor.roles)), HASHER.hash(password))
        with self._database.open() as rows:
            return rows.execute("INSERT OR IGNORE INTO accounts VALUES (?, ?, ?, ?, ?)", row).rowcount == 1

    def knows(self, user: str) -> bool:
        """Whether there is an account of that name."""
        with self._database.open() as rows:
            return rows.execute("SELECT 1 FROM accounts WHERE user = ?", (user,)).fetchone() is not None

    def check(self, user: str, password: str, address: str) -> Actor | None:
        """Who signs in from an address, or None, also while that place has to wait; it takes as long for a name nobody
        has. A name is the same in large and small letters."""
        user = user.lower()
        if not self._throttle.admits(user, address):
            return None
        with self._database.open() as rows:
            found = rows.execute(
                "SELECT tenant, ref, roles, hash FROM accounts WHERE lower(user) = ?", (user,)
            ).fetchone()
        if not _is_right(found[3] if found else NOBODY, password) or not found:
            return None
        self._throttle.came_in(user, address)
        return Actor(tenant=found[0], kind="staff", ref=found[1], roles=frozenset(found[2].split()))


def user_name(actor: Actor) -> str:
    """The name an account is signed in with."""
    return f"{actor.ref}@{actor.tenant}"


def _is_right(hash_: str, password: str) -> bool:
    try:
        return HASHER.verify(hash_, password)
    except VerificationError:
        return False
