"""What a session is ready for, and what its minutes wait for."""

from __future__ import annotations

from collections.abc import Sequence

from services.committee.application.next_steps import Obstacle, why
from services.committee.domain import meeting
from services.committee.domain.review import Review
from services.committee.domain.session import Session

Steps = tuple[tuple[str, ...], Obstacle | None]


def session_steps(session: Session, reviews: Sequence[Review]) -> Steps:
    """Minutes that say too little are written again before they are adopted."""
    if session.stage == "scheduled":
        return ("HoldSession",), None
    if session.stage not in ("held", "drafted"):
        return (), None
    if waits := why(lambda: meeting.demand_minutable(session, reviews)):
        return (), waits
    if session.stage == "held":
        return ("DraftMinutes",), None
    outdated = why(lambda: meeting.demand_up_to_date(session, reviews))
    return (("DraftMinutes",), outdated) if outdated else (("AdoptMinutes",), None)
