"""What may be asked about how reply windows were kept, and the shapes of the answer."""

from __future__ import annotations

from datetime import date

from shared.domain.messages import message


@message
class ReadWindowsKept:
    """How the windows of the requests that became complete on some days were kept; first and last count too, None is no
    bound."""

    first: date | None = None
    last: date | None = None


@message
class WindowFigures:
    """Of the requests that became complete: what became of their windows, each in one number (see `Fate`).

    median_days, longest_days: calendar days from completion to reply; None without a reply. oldest_waiting: the day on
    which the one that waits longest became complete.
    """

    completed: int
    kept: int
    early: int
    late: int
    overdue: int
    waiting: int
    ended: int
    median_days: int | None
    longest_days: int | None
    oldest_waiting: date | None = None


@message
class ServiceFigures:
    """The same for one service."""

    service_code: str
    figures: WindowFigures


@message
class OutOfLine:
    """A window that was not kept, or whose reply went out early by leave.

    days: how late, in `unit`; of an early reply, how many calendar days before its first day.
    """

    request_id: str
    number: str
    service_code: str
    fate: str
    completed_on: date
    not_before: date | None
    due_by: date | None
    replied_on: date | None
    days: int
    unit: str


@message
class WindowsKept:
    """The figures; by_service: the busiest first; out_of_line: the latest completion first.

    clause: of the policy now in force, where its window stands; None where it has none. has_last_day: whether that
    window has one; where it only has a first day, no reply is ever late.
    """

    all_services: WindowFigures
    by_service: tuple[ServiceFigures, ...]
    out_of_line: tuple[OutOfLine, ...]
    clause: str | None = None
    clause_en: str | None = None
    clause_ar: str | None = None
    has_last_day: bool = True
