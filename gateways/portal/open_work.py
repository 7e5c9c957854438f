"""How much waits for whoever is signed in: one small question to each service, once a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gateways.portal.visit import Visit
from services.committee.views import CountOpenReviews
from services.intake.application.asking_of_requests import CountOpenWork
from shared.doors.client import DoorFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """None where he does not see it."""

    requests: int | None
    inquiries: int | None
    reviews: int | None


def open_work(visit: Visit) -> Waiting:
    """A page is not lost for want of a count."""
    intake, committee = _told(visit, "intake", CountOpenWork()), _told(visit, "committee", CountOpenReviews())
    return Waiting(
        requests=intake.requests if intake else None,
        inquiries=intake.inquiries if intake else None,
        reviews=committee.reviews if committee else None,
    )


def _told(visit: Visit, service: str, query: Any) -> Any | None:
    try:
        return visit.ask_if(service, query)
    except DoorFailed:
        return None
