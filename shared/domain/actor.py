"""Who acts: the person, device or follower in whose name something is asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Known from a verified token only, never from a request's body.

    kind: e.g. `staff`, `beneficiary`, `system`; ref: opaque, never a name; roles: as governance grants them.
    """

    tenant: str
    kind: str
    ref: str
    roles: frozenset[str] = frozenset()
