"""The lines of the list of requests: grouped by when the reply is owed, counted, each with its next step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gateways.portal.deadlines import GATHERING, OWED, Chip, chip
from gateways.portal.looks import Pair
from gateways.portal.visit import Visit
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


def counts_of(lines: Sequence[Line]) -> list[tuple[str, int, Pair]]:
    def count(*groups: str) -> int:
        return sum(line.group in groups for line in lines)

    decided = sum(line.row.stage == "decided" for line in lines)
    return [
        ("late", count("late"), GROUPS["late"]),
        ("soon", count("today"), GROUPS["today"]),
        ("", count("gathering"), GROUPS["gathering"]),
        ("", decided, ("صدر قراره وينتظر الرد", "Decided, reply to be given")),
    ]
