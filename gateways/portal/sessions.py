"""Who is signed in: a random id in a cookie, everything else on this side, and a token for forms."""

from __future__ import annotations

import hashlib
import secrets
import time
from dataclasses import dataclass

from gateways.portal.database import Database
from shared.domain.actor import Actor

LIFETIME = 10 * 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """id: what the browser keeps; csrf: what every form of this session carries."""

    id: str
    actor: Actor
    csrf: str


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
        return Session(id=id_, actor=actor, csrf=found[3])

    def end(self, id_: str) -> None:
        """Sign out."""
        with self._database.open() as rows:
            rows.execute("DELETE FROM sessions WHERE id_sha256 = ?", (_sha256(id_),))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
