"""How guessing at passwords is slowed down, so that no stranger can keep anybody out.

As OWASP's Authentication Cheat Sheet advises, failures are counted with the account, waits grow, and a lock may not
become a weapon: wrong passwords from one place make that place wait. Only when a name is tried from everywhere do the
places wait from which nobody has come in under it before.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from ipaddress import ip_address, ip_network
from sqlite3 import Connection

from gateways.portal.database import Database

FREE, FIRST, LONGEST = 5, 30.0, 900.0
"""From one place: wrong passwords before the first wait, and its seconds; it doubles up to the longest."""
FREE_EVERYWHERE, PAUSE = 100, 60.0
"""From all places together: wrong passwords in a day before strange places wait, and how long after each."""
DAY, FAMILIAR = 86_400.0, 30 * 86_400.0


class Throttle:
    """Who may try now. What was typed as a name is kept as a hash only: it may be anything."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    def admits(self, user: str, address: str) -> bool:
        """Whether a password may be tried; if so, it counts as wrong until `came_in`, so that many at once do too."""
        key, now = (_sha256(user), place_of(address)), self._now()
        with self._database.open() as rows:
            rows.execute("BEGIN IMMEDIATE")
            rows.execute("DELETE FROM attempts WHERE at <= ?", (now - DAY,))
            if _waits(rows, key, now):
                return False
            rows.execute("INSERT INTO attempts VALUES (?, ?, ?)", (*key, now))
        return True

    def came_in(self, user: str, address: str) -> None:
        """The password was right: what was tried here is forgiven, and the place is known."""
        key, now = (_sha256(user), place_of(address)), self._now()
        with self._database.open() as rows:
            rows.execute("DELETE FROM attempts WHERE user_sha256 = ? AND place = ?", key)
            rows.execute("DELETE FROM familiar WHERE at <= ?", (now - FAMILIAR,))
            rows.execute("INSERT OR REPLACE INTO familiar VALUES (?, ?, ?)", (*key, now))


def place_of(address: str) -> str:
    """An address as one place: in IPv6 a single customer has at least a /64."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    mapped = getattr(parsed, "ipv4_mapped", None)
    if parsed.version == 4 or mapped:
        return str(mapped or parsed)
    return str(ip_network((parsed, 64), strict=False))


def _waits(rows: Connection, key: tuple[str, str], now: float) -> bool:
    here, last_here = _tried(rows, "user_sha256 = ? AND place = ?", key)
    if here >= FREE and now < last_here + min(LONGEST, FIRST * 2.0 ** (here - FREE)):
        return True
    everywhere, last = _tried(rows, "user_sha256 = ?", key[:1])
    return everywhere >= FREE_EVERYWHERE and now < last + PAUSE and not _is_familiar(rows, key, now)


def _tried(rows: Connection, where: str, key: tuple[str, ...]) -> tuple[int, float]:
    count, last = rows.execute(f"SELECT count(*), coalesce(max(at), 0) FROM attempts WHERE {where}", key).fetchone()
    return count, last


def _is_familiar(rows: Connection, key: tuple[str, str], now: float) -> bool:
    query = "SELECT 1 FROM familiar WHERE user_sha256 = ? AND place = ? AND at > ?"
    return rows.execute(query, (*key, now - FAMILIAR)).fetchone() is not None


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
