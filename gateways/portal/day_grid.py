"""Why a reply is owed on its day: the week grid of what was counted and what was not, as it was stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from gateways.portal import looks
from gateways.portal.looks import Pair
from gateways.portal.wordbook import known
from services.intake.application.asking_of_requests import WindowProof


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One day of the grid; kind: zero (not counted yet), off, end, counted, or blank before the first."""

    kind: Literal["zero", "off", "end", "counted", "blank"]
    day: date | None = None
    word: Pair | None = None
    ordinal: int | None = None


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


def _days(after: date, last: date) -> Iterator[date]:
    for offset in range(1, (last - after).days + 1):
        yield after + timedelta(days=offset)


def _reason(code: str) -> Pair:
    return looks.NAMES["make_up"] if code.endswith("_make_up") else known(code) or (code, code)
