"""The lines of the lists of requests: grouped by when the reply is owed, each with its next step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gateways.portal.deadlines import OWED, Chip, chip
from gateways.portal.looks import Pair
from gateways.portal.visit import Visit
from services.intake.application.asking_of_people import ReadNames
from services.intake.application.asking_of_requests import RequestRow
from services.intake.domain.support_request import BEFORE_COMPLETION

GROUPS: Mapping[str, Pair] = {
    "late": ("متأخر عن موعد الرد", "Late with the reply"),
    "today": ("يحل موعده اليوم", "Due today"),
    "week": ("هذا الأسبوع", "This week"),
    "gathering": ("لم تكتمل بعد", "Not complete yet"),
    "later": ("بعد هذا الأسبوع", "After this week"),
    "guarded": ("لا يُبلَّغ الرد بعد", "Reply not allowed yet"),
    "replied": ("بعد الرد", "After the reply"),
}
PRESSING = ("late", "today")
STEPS: Mapping[str, Pair] = {
    "submitted": ("أكمل الطلب", "Complete it"),
    "open": ("تابع الجمع", "Go on gathering"),
    "awaiting_information": ("سجّل ما وصل", "Record what has come"),
    "queried_in_review": ("سجّل ما وصل", "Record what has come"),
    "completed": ("أحل إلى الدراسة", "Refer it"),
    "decided": ("بلّغ الرد", "Give the reply"),
    "replied": ("تابع الخدمة", "Go on to the service"),
    "rejected": ("أغلق الحالة", "Close the case"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One request of a list. main: whether its step is what presses most."""

    row: RequestRow
    chip: Chip
    group: str
    step: Pair

    @property
    def main(self) -> bool:
        """A reply that may go out and is owed today or was owed before."""
        return self.row.stage == "decided" and self.group in PRESSING


def lines_of(rows: Iterable[RequestRow], today: date) -> list[Line]:
    """One for each, as they come."""
    return [_line(row, today) for row in rows]


def by_urgency(lines: Sequence[Line]) -> list[Line]:
    """What is late first."""
    order = list(GROUPS)
    return sorted(lines, key=lambda line: (order.index(line.group), line.chip.day or date.max))


def _line(row: RequestRow, today: date) -> Line:
    shown = chip(row, today)
    stands = "rejected" if row.stage == "replied" and row.outcome == "rejected" else row.stage
    step = STEPS.get(stands, ("افتح", "Open"))
    if shown.tone == "guard" and row.stage != "completed":
        step = ("افتح", "Open")
    return Line(row=row, chip=shown, group=_group(row, shown, today), step=step)


def _group(row: RequestRow, shown: Chip, today: date) -> str:
    if row.stage in BEFORE_COMPLETION:
        return "gathering"
    if row.stage not in OWED:
        return "replied"
    if shown.tone in ("late", "guard"):
        return {"late": "late", "guard": "guarded"}[shown.tone]
    if shown.day is None or shown.day <= today:
        return "today" if shown.tone == "soon" else "later"
    return "week" if shown.day <= today + timedelta(days=6) else "later"


def people_of(beneficiary_ids: Iterable[str], visit: Visit, reason: str) -> Mapping[str, str | None]:
    """What people of a list are called, as far as the visitor may read it; each reading is on record."""
    wanted = tuple(dict.fromkeys(beneficiary_ids))
    told = visit.ask_if("intake", ReadNames(beneficiary_ids=wanted, reason=reason)) if wanted else None
    return {row.beneficiary_id: row.name for row in told.names} if told else {}
