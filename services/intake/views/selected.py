"""Parts of the list of requests, and how much is open, as the database selects and counts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Engine, Select, func, select

from services.intake.views.counter import INQUIRIES
from services.intake.views.requests import REQUESTS
from services.intake.views.windows import WINDOWS

ENDED = ("closed", "withdrawn")


def requests_of(
    tenant: str, stage: str | None = None, *, open_only: bool = False, ids: Sequence[str] = ()
) -> Select[Any]:
    """Of one stage, or all, or all but those that have ended, or those named."""
    wanted = select(REQUESTS).where(REQUESTS.c.tenant == tenant)
    if ids:
        wanted = wanted.where(REQUESTS.c.request_id.in_(ids))
    if stage is not None:
        return wanted.where(REQUESTS.c.stage == stage)
    return wanted.where(REQUESTS.c.stage.not_in(ENDED)) if open_only else wanted


def unanswered_of(tenant: str) -> Select[Any]:
    """Questions that wait."""
    return select(INQUIRIES).where(INQUIRIES.c.tenant == tenant)


def part(engine: Engine, wanted: Select[Any], start: int, at_most: int | None) -> Sequence[Mapping[str, Any]]:
    """Newest number first, without the tenant."""
    chosen = wanted.order_by(REQUESTS.c.number.desc()).offset(max(start, 0))
    with engine.connect() as connection:
        found = connection.execute(chosen if at_most is None else chosen.limit(max(at_most, 0))).mappings().all()
    return [{name: value for name, value in row.items() if name != "tenant"} for row in found]


def how_many(engine: Engine, wanted: Select[Any]) -> int:
    """Counted where they lie."""
    with engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(wanted.subquery())).scalar_one())


def completed_between(
    engine: Engine, tenant: str, first: date | None, last: date | None
) -> Sequence[Mapping[str, Any]]:
    """Requests by the day they became complete, the latest first; `unit`: what the window counts in, None for one that
    has gone."""
    window = (WINDOWS.c.tenant == REQUESTS.c.tenant) & (WINDOWS.c.request_id == REQUESTS.c.request_id)
    chosen = (
        select(REQUESTS, WINDOWS.c.unit)
        .select_from(REQUESTS.outerjoin(WINDOWS, window))
        .where(REQUESTS.c.tenant == tenant, REQUESTS.c.completed_on.is_not(None))
        .order_by(REQUESTS.c.completed_on.desc(), REQUESTS.c.number.desc())
    )
    if first is not None:
        chosen = chosen.where(REQUESTS.c.completed_on >= first)
    if last is not None:
        chosen = chosen.where(REQUESTS.c.completed_on <= last)
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(chosen).mappings()]
