"""The figures of kept reply windows: the four counters, and what there is to say of one service."""

from __future__ import annotations

from collections.abc import Iterator

from gateways.portal.day_counts import Count
from gateways.portal.looks import Pair
from services.intake.application.asking_of_windows import WindowFigures


def counts_of(figures: WindowFigures) -> Iterator[Count]:
    """Four numbers, of which the second tells whether anything went wrong."""
    broken, open_ = figures.late + figures.overdue, figures.overdue
    note = (f"منها بلا رد بعد: {open_}", f"{open_} of them not yet replied to") if open_ else None
    yield Count(tone="", n=figures.kept, words=("رُد عليها ضمن الموعد", "Replied within the window"), href="#by")
    yield Count(tone="late", n=broken, words=("تجاوزت آخر يوم للرد", "Past the last day"), href="#out", note=note)
    yield Count(tone="", n=figures.early, words=("رُد عليها مبكرًا بإذن", "Early, by leave"), href="#out")
    yield Count(tone="", n=figures.waiting, words=("تنتظر الرد ضمن الموعد", "Waiting, still in time"), href="#by")


def parts_of(figures: WindowFigures) -> list[tuple[Pair, int]]:
    """What there is to say of a service, without the noughts."""
    told: list[tuple[Pair, int]] = [
        (("ضمن الموعد", "within the window"), figures.kept),
        (("متأخرة", "late"), figures.late),
        (("تجاوزت ولم يُرد عليها", "past the last day, no reply"), figures.overdue),
        (("مبكرة بإذن", "early by leave"), figures.early),
        (("تنتظر", "waiting"), figures.waiting),
        (("انتهت بلا رد", "ended without a reply"), figures.ended),
    ]
    return [(words, n) for words, n in told if n]
