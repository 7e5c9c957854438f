"""The lines of the list of requests: grouped by when the reply is owed, counted, each with its next step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from gateways.portal.deadlines import GATHERING, OWED, Chip, chip
from gateways.portal.looks import Pair
from gateways.portal.visit import Visit
from services.intake.application.asking_of_people import ReadNames
from services.intake.application.asking_of_requests import ListRequests, RequestRow

GROUPS: Mapping[str, Pair] = {
    "late": ("متأخر عن موعد الرد", "Late with the reply"),
    "today": ("يحل موعده اليوم", "Due today"),
    "week": ("هذا الأسبوع", "This week"),
    "later": ("بعد ذلك", "Later"),
    "guarded": ("لا يُبلَّغ الرد بعد", "Reply not allowed yet"),
    "gathering": ("قبل الاكتمال", "Before completion"),
    "replied": ("بعد الرد", "After the reply"),
}
DECIDED: Pair = ("صدر قراره:", "decided:")
WAITING: Pair = ("بانتظار استكمال:", "awaiting information:")
UNANSWERED: Pair = ("استفسار بلا جواب", "Unanswered inquiries")
STEPS: Mapping[str, Pair] = {
    "submitted": ("أكمل الطلب", "Complete it"),
    "open": ("تابع الجمع", "Go on gathering"),
    "completed": ("أحل إلى الدراسة", "Refer it"),
    "decided": ("بلّغ الرد", "Give the reply"),
    "replied": ("تابع الخدمة", "Go on to the service"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One request of the list."""

    row: RequestRow
    chip: Chip
    group: str
    step: Pair


def lines_of(visit: Visit, stage: str | None) -> list[Line]:
    rows = visit.ask("intake", ListRequests(stage=stage)).requests
    order = list(GROUPS)
    lines = [_line(row, visit.today) for row in rows if stage or row.stage not in ("closed", "withdrawn")]
    return sorted(lines, key=lambda line: (order.index(line.group), line.chip.day or date.max))


def _line(row: RequestRow, today: date) -> Line:
    shown = chip(row, today)
    step = STEPS.get(row.stage, ("افتح", "Open"))
    return Line(row=row, chip=shown, group=_group(row, shown, today), step=step)


def _group(row: RequestRow, shown: Chip, today: date) -> str:
    if row.stage in GATHERING:
        return "gathering"
    if row.stage not in OWED:
        return "replied"
    if shown.tone in ("late", "guard"):
        return {"late": "late", "guard": "guarded"}[shown.tone]
    if shown.day is None or shown.day <= today:
        return "today" if shown.tone == "soon" else "later"
    return "week" if shown.day <= today + timedelta(days=6) else "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """tone: of the number, where it is not 0. href: where they are. since: the oldest one's day."""

    tone: str
    n: int
    words: Pair
    href: str
    since: date | None = None
    note: Pair | None = None


def counts_of(lines: Sequence[Line], inquiries: Sequence[Any] | None) -> list[Count]:
    def of(group: str) -> list[Line]:
        return [line for line in lines if line.group == group]

    late, today, gathering = of("late"), of("today"), of("gathering")
    first = min((line.chip.day for line in late if line.chip.day), default=None)
    decided = sum(line.row.stage == "decided" for line in today)
    waiting = sum(line.row.stage == "awaiting_information" for line in gathering)
    counts = [
        Count(tone="late", n=len(late), words=GROUPS["late"], href="#g-late", since=first),
        Count(tone="soon", n=len(today), words=GROUPS["today"], href="#g-today", note=_note(decided, DECIDED)),
        Count(tone="", n=len(gathering), words=GROUPS["gathering"], href="#g-gathering", note=_note(waiting, WAITING)),
    ]
    if inquiries is None:
        return counts
    oldest = min((one.received_on for one in inquiries), default=None)
    return [*counts, Count(tone="", n=len(inquiries), words=UNANSWERED, href="/inquiries", since=oldest)]


def _note(n: int, words: Pair) -> Pair | None:
    return (f"{words[0]} {n}", f"{words[1]} {n}") if n else None


def people_of(lines: Sequence[Line], visit: Visit) -> Mapping[str, str | None]:
    """What the people of these lines are called, as far as the visitor may read it; each reading is on record."""
    wanted = tuple(dict.fromkeys(line.row.beneficiary_id for line in lines))
    told = visit.ask_if("intake", ReadNames(beneficiary_ids=wanted, reason="day_list")) if wanted else None
    return {row.beneficiary_id: row.name for row in told.names} if told else {}
