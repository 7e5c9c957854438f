"""How the association kept the dates of its replies: for its management, its board, governance and the auditor."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from gateways.portal.entrance import Visiting
from gateways.portal.looks import Pair
from gateways.portal.rendering import page
from gateways.portal.standing_out import line
from gateways.portal.window_figures import counts_of, parts_of
from services.intake.application.asking_of_windows import ReadWindowsKept

router = APIRouter()
SHOWN = 50
"""How many of those that stand out one page lists."""
YEAR = "365"
PERIODS: Mapping[str, tuple[int | None, Pair]] = {
    "30": (30, ("آخر 30 يومًا", "The last 30 days")),
    "90": (90, ("آخر 90 يومًا", "The last 90 days")),
    YEAR: (365, ("آخر 365 يومًا", "The last 365 days")),
    "all": (None, ("منذ البداية", "From the beginning")),
}


@router.get("/windows")
def windows_kept(
    request: Request, visit: Visiting, period: str = YEAR, start: Annotated[int, Query(ge=0, le=10_000_000)] = 0
) -> Response:
    """Of what became complete in the time chosen."""
    chosen = period if period in PERIODS else YEAR
    days, _ = PERIODS[chosen]
    first = None if days is None else visit.today - timedelta(days=days - 1)
    told = visit.ask("intake", ReadWindowsKept(first=first))
    return page(
        request,
        "windows.html",
        visit,
        kept=told,
        figures=told.all_services,
        counts=list(counts_of(told, visit.today)),
        lines=[line(row) for row in told.out_of_line[start : start + SHOWN]],
        start=start,
        size=SHOWN,
        parts=parts_of,
        first=first,
        period=chosen,
        periods={code: words for code, (_, words) in PERIODS.items()},
        opens=visit.sees_requests,
        today=visit.today,
    )
