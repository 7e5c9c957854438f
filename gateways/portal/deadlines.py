"""When a reply is owed, as a chip; read from what was stored, computed nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from gateways.portal.counting import counted
from gateways.portal.looks import Pair
from services.intake.domain.support_request import BEFORE_COMPLETION

Tone = Literal["late", "soon", "ok", "guard", "none", "done"]
OWED = frozenset({"completed", "under_review", "queried_in_review", "decided"})
UNITS = {"working_day": "working_day", "calendar_day": "day"}
LATE: Pair = ("تأخر الرد", "The reply is late")
LEFT: Pair = ("قبل نهايته", "By the end of that day")
ICONS = {"late": "clock-alert", "soon": "calendar-clock", "ok": "calendar-days"}
ICONS |= {"guard": "lock", "none": "circle-dashed", "done": "circle-check"}


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


def chip(request: Any, today: date) -> Chip:
    """The deadline of a request as the view or its page tells it."""
    if request.stage in BEFORE_COMPLETION:
        return Chip(tone="none", day=None, note=("يبدأ العد عند الاكتمال", "Counting starts when it is complete"))
    if request.stage not in OWED and request.replied_on is None:
        return Chip(tone="done", day=None, note=("انتهى قبل الرد", "Ended before a reply"))
    if request.stage not in OWED:
        return Chip(tone="done", day=request.replied_on, note=("يوم الرد", "Day of the reply"))
    if request.paused_since is not None and request.due_by is not None and request.paused_since < request.due_by:
        return Chip(tone="none", day=request.due_by, note=("العد متوقف حتى يصل الاستكمال", "Waits for an answer"))
    if request.due_by is not None:
        return _by(request, today)
    if request.not_before is not None:
        return _early(request.not_before) if request.early_reply_authorised else _guard(request.not_before, today)
    return Chip(tone="none", day=None, note=("لا موعد في السياسة", "The policy states no date"))


def _by(request: Any, today: date) -> Chip:
    """A page of one request has no list's count of days; its proof tells them."""
    due_by, left = request.due_by, getattr(request, "days_left", None)
    if request.breached or due_by < today:
        return Chip(tone="late", day=due_by, note=late(-left, request.unit) if left else LATE)
    if due_by == today:
        return Chip(tone="soon", day=due_by, note=("حتى نهاية اليوم", "By the end of today"))
    return Chip(tone="ok", day=due_by, note=LEFT if left is None else remaining(left, request.unit))


def late(days: int, unit: str) -> Pair:
    """«تأخر يومي عمل»."""
    return f"تأخر {counted(days, f'late_{UNITS[unit]}', 'ar')}", f"{counted(days, UNITS[unit], 'en')} late"


def remaining(days: int, unit: str) -> Pair:
    """«بقي يوما عمل»."""
    return f"بقي {counted(days, UNITS[unit], 'ar')}", f"{counted(days, UNITS[unit], 'en')} left"


def _early(not_before: date) -> Chip:
    return Chip(tone="ok", day=not_before, note=("أُذن بالرد قبله", "The reply may go out before it"))


def _guard(not_before: date, today: date) -> Chip:
    if today < not_before:
        return Chip(tone="guard", day=not_before, note=("لا يُبلَّغ الرد قبله", "The reply cannot go out before it"))
    return Chip(tone="ok", day=not_before, note=("للرد أن يُبلَّغ", "The reply may go out"))
