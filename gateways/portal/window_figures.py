"""The figures of kept reply windows: the four counters, and what there is to say of one service."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gateways.portal.day_counts import Count, ago
from gateways.portal.looks import Pair
from services.intake.application.asking_of_windows import WindowFigures, WindowsKept


def counts_of(kept: WindowsKept, today: date) -> Iterator[Count]:
    """Four numbers, of which the second tells whether anything went wrong."""
    of = kept.all_services
    yield Count(tone="", n=of.kept, words=("رُد عليها ضمن الموعد", "Replied within the window"), href="#by")
    yield Count(
        tone="late",
        n=of.late + of.overdue,
        words=("تجاوزت آخر يوم للرد", "Past the last day"),
        href="#out",
        note=_past(kept),
    )
    yield Count(tone="", n=of.early, words=("رُد عليها مبكرًا بإذن", "Early, with permission"), href="#out")
    oldest = ago((today - of.oldest_waiting).days) if of.oldest_waiting else None
    in_time = ("تنتظر الرد ضمن الموعد", "Waiting, still in time") if kept.has_last_day else ("تنتظر الرد", "Waiting")
    yield Count(tone="", n=of.waiting, words=in_time, href="#by", note=oldest)


def _past(kept: WindowsKept) -> Pair | None:
    if not kept.has_last_day:
        return "لا تحدد السياسة آخر يوم للرد", "The policy sets no last day"
    open_ = kept.all_services.overdue
    return (f"منها بلا رد بعد: {open_}", f"{open_} of them not yet replied to") if open_ else None


def parts_of(figures: WindowFigures) -> list[tuple[Pair, int]]:
    """What there is to say of a service, without the noughts."""
    told: list[tuple[Pair, int]] = [
        (("ضمن الموعد", "within the window"), figures.kept),
        (("متأخرة", "late"), figures.late),
        (("تجاوزت ولم يُرد عليها", "past the last day, no reply"), figures.overdue),
        (("مبكرة بإذن", "early with permission"), figures.early),
        (("تنتظر", "waiting"), figures.waiting),
        (("انتهت بلا رد", "ended without a reply"), figures.ended),
    ]
    return [(words, n) for words, n in told if n]
