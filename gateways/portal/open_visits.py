"""Visits that still go on, as the day shows them: who is here, and what is missing before he may leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gateways.portal.case_view import ENDED
from gateways.portal.visit import Visit
from services.intake.application.asking_of_requests import Obstacle, ReadRequest, RequestState

SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVisit:
    """request: what he has come for, None until it is opened."""

    reception: Any
    request: RequestState | None

    @property
    def missing(self) -> tuple[Obstacle, ...]:
        """What stands in the way of completion."""
        return self.request.obstacles if self.request else ()

    @property
    def outlived(self) -> bool:
        """The request has ended, and the visit has not."""
        return self.request is not None and self.request.stage in ENDED

    @property
    def visitor(self) -> str | None:
        """Who has come, once that is known."""
        return self.request.beneficiary_id if self.request else self.reception.beneficiary_id

    @property
    def href(self) -> str:
        """Where one goes on with it."""
        return f"/cases/{self.request.request_id}" if self.request else f"/reception/{self.reception.reception_id}"


def open_visits(receptions: Sequence[Any], visit: Visit) -> list[OpenVisit]:
    """The longest first, a few."""
    return [OpenVisit(reception=one, request=_request(one.request_id, visit)) for one in receptions[:SHOWN]]


def _request(request_id: str | None, visit: Visit) -> RequestState | None:
    told: RequestState | None = visit.ask_if("intake", ReadRequest(request_id=request_id)) if request_id else None
    return told
