"""Who sits over a request: each member once, with what he has done so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """vote: as cast, None before. studies: he was assigned to study it. absent: from a session that was held."""

    ref: str
    vote: str | None
    recused: bool
    studies: bool
    absent: bool


def members_of(review: Any, session: Any | None) -> list[Member]:
    """Those called to the session, then whoever else has to do with the request."""
    votes = {one.member_ref: one.vote for one in review.votes}
    called = session.member_refs if session else ()
    away = set(called) - set(session.members_present) if session and session.held_on else set()
    return [
        Member(
            ref=ref,
            vote=votes.get(ref),
            recused=ref in review.recused,
            studies=ref in review.reviewers,
            absent=ref in away,
        )
        for ref in dict.fromkeys([*called, *review.reviewers, *votes, *review.recused])
    ]
