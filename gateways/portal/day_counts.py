"""The four counters of the day, each with a sentence where there is one to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from gateways.portal.counting import counted
from gateways.portal.day_lines import GROUPS, Line
from gateways.portal.deadlines import UNITS
from gateways.portal.looks import Pair

UNANSWERED: Pair = ("استفسار بلا جواب", "Unanswered inquiries")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """tone: of the number, where it is not 0. href: where they are. note: what more there is to say."""

    tone: str
    n: int
    words: Pair
    href: str
    note: Pair | None = None


def counts_of(lines: Sequence[Line], inquiries: Sequence[Any] | None, today: date) -> list[Count]:
    """Late, today, before completion; and inquiries where he sees them."""

    def of(group: str) -> list[Line]:
        return [line for line in lines if line.group == group]

    late, due, gathering = of("late"), of("today"), of("gathering")
    decided = sum(line.row.stage == "decided" for line in due)
    waiting = sum(line.row.stage == "awaiting_information" for line in gathering)
    counts = [
        Count(tone="late", n=len(late), words=GROUPS["late"], href="#g-late", note=_longest(late)),
        Count(tone="soon", n=len(due), words=GROUPS["today"], href="#g-today", note=decided_of(len(due), decided)),
        Count(
            tone="",
            n=len(gathering),
            words=GROUPS["gathering"],
            href="#g-gathering",
            note=waiting_of(len(gathering), waiting),
        ),
    ]
    if inquiries is None:
        return counts
    oldest = min((one.received_on for one in inquiries), default=None)
    note = ago((today - oldest).days) if oldest else None
    return [*counts, Count(tone="", n=len(inquiries), words=UNANSWERED, href="/inquiries", note=note)]


def _longest(late: Sequence[Line]) -> Pair | None:
    """Counted in the window's own unit."""
    behind = [(-line.row.days_left, line.row.unit) for line in late if line.row.days_left and line.row.unit]
    if not behind:
        return None
    days, unit = max(behind)
    arabic, english = counted(days, f"late_{UNITS[unit]}", "ar"), counted(days, UNITS[unit], "en")
    return f"الأقدم منذ {arabic}", f"the oldest for {english}"


def decided_of(n: int, decided: int) -> Pair | None:
    """In how many of them the decision is there."""
    if decided == 0:
        return None
    if decided == n:
        return ("صدر قراره" if n == 1 else "صدر القرار فيهما" if n == 2 else "صدر القرار فيها كلها"), "decided"
    return f"صدر القرار في {_some(n, decided)}", f"{decided} of them decided"


def waiting_of(n: int, waiting: int) -> Pair | None:
    """How many of them wait for what was asked for."""
    if waiting == 0:
        return None
    if waiting == n:
        return ("ينتظر استكمالًا" if n == 1 else "كلها تنتظر استكمالًا"), "awaiting information"
    return f"منها بانتظار استكمال: {waiting}", f"{waiting} of them awaiting information"


def ago(days: int) -> Pair:
    """Since when the oldest waits."""
    if days < 2:
        return (("الأقدم من اليوم", "the oldest from today"), ("الأقدم منذ أمس", "the oldest since yesterday"))[days]
    return f"الأقدم منذ {counted(days, 'day_ago', 'ar')}", f"the oldest for {counted(days, 'day', 'en')}"


def _some(n: int, part: int) -> str:
    them = "منهما" if n == 2 else "منها"
    return f"{ {1: 'واحد', 2: 'اثنين'}.get(part, str(part)) } {them}"
