"""Who is signed in: a random id in a cookie, everything else on this side, and a token for forms."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Collection
from dataclasses import dataclass

from gateways.portal.accounts import user_name
from gateways.portal.database import Database
from shared.domain.actor import Actor

LIFETIME = 10 * 3600.0
COVERED, KEYS_OFF = "covered", "keys_off"
ALIVE = "(SELECT id_sha256 FROM sessions)"
CHOSEN = "SELECT name, value FROM choices WHERE (owner = ? AND name = ?) OR (owner = ? AND name = ?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """id: what the browser keeps; csrf: what every form of this session carries.

    covered: whether names are covered, None until that was chosen. keys_off: the shortcuts he has switched off.
    """

    id: str
    actor: Actor
    csrf: str
    covered: bool | None = None
    keys_off: frozenset[str] = frozenset()


class Sessions:
    """Sessions of the portal. How long one lasts is counted by the machine, not by a rehearsal's clock."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, actor: Actor) -> Session:
        """Sign somebody in."""
        session = Session(id=secrets.token_urlsafe(32), actor=actor, csrf=secrets.token_urlsafe(32))
        who = (actor.tenant, actor.ref, " ".join(sorted(actor.roles)))
        row = (_sha256(session.id), *who, session.csrf, time.time() + LIFETIME)
        with self._database.open() as rows:
            rows.execute("DELETE FROM sessions WHERE ends_at < ?", (time.time(),))
            rows.execute(f"DELETE FROM choices WHERE name = '{COVERED}' AND owner NOT IN {ALIVE}")
            rows.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?)", row)
        return session

    def find(self, id_: str) -> Session | None:
        """The session of a cookie, unless it has ended."""
        if not id_:
            return None
        query = "SELECT tenant, ref, roles, csrf FROM sessions WHERE id_sha256 = ? AND ends_at > ?"
        with self._database.open() as rows:
            found = rows.execute(query, (_sha256(id_), time.time())).fetchone()
            if found is None:
                return None
            actor = Actor(tenant=found[0], kind="staff", ref=found[1], roles=frozenset(found[2].split()))
            chosen = dict(rows.execute(CHOSEN, (_sha256(id_), COVERED, user_name(actor), KEYS_OFF)).fetchall())
        return Session(
            id=id_,
            actor=actor,
            csrf=found[3],
            covered=chosen[COVERED] == "yes" if COVERED in chosen else None,
            keys_off=frozenset(chosen.get(KEYS_OFF, "").split()),
        )

    def cover(self, session: Session, covered: bool) -> None:
        """Cover names, or show them, as long as this session lasts."""
        self._choose(_sha256(session.id), COVERED, "yes" if covered else "no")

    def switch_off(self, session: Session, keys: Collection[str]) -> None:
        """These shortcuts are off for this user from now on, in later sessions as well."""
        self._choose(user_name(session.actor), KEYS_OFF, " ".join(sorted(keys)))

    def end(self, id_: str) -> None:
        """Sign out."""
        with self._database.open() as rows:
            rows.execute("DELETE FROM sessions WHERE id_sha256 = ?", (_sha256(id_),))
            rows.execute("DELETE FROM choices WHERE owner = ?", (_sha256(id_),))

    def _choose(self, owner: str, name: str, value: str) -> None:
        with self._database.open() as rows:
            rows.execute("INSERT OR REPLACE INTO choices VALUES (?, ?, ?)", (owner, name, value))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
