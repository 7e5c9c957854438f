"""When a reply is owed, as chips and as the week grid that says why; read from what was stored, computed nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from gateways.portal import looks
from gateways.portal.looks import Pair
from services.intake.application.asking_of_requests import WindowProof

Tone = Literal["late", "soon", "ok", "guard", "none", "done"]
OWED = frozenset({"completed", "under_review", "queried_in_review", "decided"})
GATHERING = frozenset({"open", "in_clarification", "submitted", "awaiting_information"})
ICONS = {
    "late": "clock-alert",
    "soon": "calendar-clock",
    "ok": "calendar-days",
    "guard": "lock",
    "none": "circle-dashed",
    "done": "circle-check",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """day: the date to show. note: what stands below it."""

    tone: Tone
    day: date | None
    note: Pair

    @property
    def icon(self) -> str:
        """The icon of its tone."""
        return ICONS[self.tone]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One day of the grid; kind: zero (not counted yet), off, end, counted, or blank before the first."""

    kind: Literal["zero", "off", "end", "counted", "blank"]
    day: date | None = None
    word: Pair | None = None
    ordinal: int | None = None


def chip(request: Any, today: date) -> Chip:
    """The deadline of a request as the view or its page tells it."""
    if request.stage in GATHERING:
        return Chip(tone="none", day=None, note=("يبدأ العد عند الاكتمال", "Counting starts when it is complete"))
    if request.stage not in OWED:
        return Chip(tone="done", day=request.replied_on, note=("يوم الرد", "Day of the reply"))
    if request.due_by is not None:
        return _by(request.due_by, request.breached, today)
    if request.not_before is not None:
        return _guard(request.not_before, today)
    return Chip(tone="none", day=None, note=("لا موعد في السياسة", "The policy states no date"))


def cells(proof: WindowProof) -> Iterator[Cell]:
    """The days from the start to the end, in weeks that begin on Sunday."""
    start, end = proof.starts_after, proof.due_by or proof.not_before
    yield from (Cell(kind="blank") for _ in range((start.weekday() + 1) % 7))
    yield Cell(kind="zero", day=start, word=("بدء", "start"))
    counted = {one.date: one.ordinal for one in proof.counted}
    skipped = {one.date: one.reason for one in proof.skipped}
    for day in _days(start, max([*counted, *skipped, start])):
        if day in counted:
            yield Cell(kind="end" if day == end else "counted", day=day, ordinal=counted[day])
        elif day in skipped:
            yield Cell(kind="off", day=day, word=_reason(skipped[day]))


def remaining(proof: WindowProof, today: date) -> int:
    """How many counted days are left."""
    return sum(one.date > today for one in proof.counted)


def reasons(proof: WindowProof) -> list[Pair]:
    """Why days were not counted, each reason once."""
    return list(dict.fromkeys(_reason(one.reason) for one in proof.skipped))


def _by(due_by: date, breached: bool, today: date) -> Chip:
    if breached or due_by < today:
        return Chip(tone="late", day=due_by, note=("تأخر الرد", "The reply is late"))
    if due_by == today:
        return Chip(tone="soon", day=due_by, note=("حتى نهاية اليوم", "By the end of today"))
    return Chip(tone="ok", day=due_by, note=("قبل نهايته", "By the end of that day"))


def _guard(not_before: date, today: date) -> Chip:
    if today < not_before:
        return Chip(tone="guard", day=not_before, note=("لا يُبلَّغ الرد قبله", "The reply cannot go out before it"))
    return Chip(tone="ok", day=not_before, note=("للرد أن يُبلَّغ", "The reply may go out"))


def _days(after: date, last: date) -> Iterator[date]:
    for offset in range(1, (last - after).days + 1):
        yield after + timedelta(days=offset)


def _reason(code: str) -> Pair:
    return looks.NAMES["make_up"] if code.endswith("_make_up") else looks.name(code)
