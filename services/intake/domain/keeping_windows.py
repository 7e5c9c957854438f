"""How reply windows were kept: what became of each, and the figures of many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low
from typing import Literal

Fate = Literal["kept", "early", "late", "overdue", "waiting", "ended"]
"""kept: replied within the window. early: before its first day, by leave. late: after its last day. overdue: its last
day is over without a reply. waiting: the reply may still be in time. ended: the request ended without a reply."""
OUT_OF_LINE: frozenset[Fate] = frozenset({"early", "late", "overdue"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A window that was opened, and what has come of it until today.

    paused: its last day waits for an answer. ended: the request was withdrawn, or closed without a reply.
    """

    completed_on: date
    not_before: date | None
    due_by: date | None
    replied_on: date | None
    breached: bool
    paused: bool
    ended: bool

    def fate(self, today: date) -> Fate:
        """What became of it."""
        if self.replied_on is not None:
            return self._answered(self.replied_on)
        if self.breached:
            return "overdue"
        if self.ended:
            return "ended"
        return "overdue" if self.due_by is not None and self.due_by < today and not self.paused else "waiting"

    def _answered(self, replied_on: date) -> Fate:
        if self.due_by is not None and replied_on > self.due_by:
            return "late"
        return "early" if self.not_before is not None and replied_on < self.not_before else "kept"

    @property
    def days(self) -> int | None:
        """Calendar days from completion to reply."""
        return None if self.replied_on is None else (self.replied_on - self.completed_on).days


def median_days(promises: Iterable[Promise]) -> int | None:
    """Half of the replies took no longer; None without a reply."""
    taken = _taken(promises)
    return median_low(taken) if taken else None


def longest_days(promises: Iterable[Promise]) -> int | None:
    """What the slowest reply took; None without a reply."""
    return max(_taken(promises), default=None)


def _taken(promises: Iterable[Promise]) -> Sequence[int]:
    return [days for one in promises if (days := one.days) is not None]
