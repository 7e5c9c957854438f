"""Windows of the list of requests, each with what became of it, and their figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from services.intake.application.asking_of_windows import ServiceFigures, WindowFigures
from services.intake.domain.keeping_windows import Fate, Promise, longest_days, median_days
from services.intake.views.selected import ENDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A row of the list as a promise."""

    row: Mapping[str, Any]
    promise: Promise
    fate: Fate


def counted(row: Mapping[str, Any], today: date, *, paused: bool) -> Counted:
    """One request that became complete."""
    told = {name: row[name] for name in ("completed_on", "not_before", "due_by", "replied_on", "breached")}
    promise = Promise(**told, paused=paused, ended=row["stage"] in ENDED)
    return Counted(row=row, promise=promise, fate=promise.fate(today))


def figures(of: Sequence[Counted]) -> WindowFigures:
    """Of any of them."""
    fates, promises = Counter(one.fate for one in of), [one.promise for one in of]
    return WindowFigures(
        completed=len(of),
        kept=fates["kept"],
        early=fates["early"],
        late=fates["late"],
        overdue=fates["overdue"],
        waiting=fates["waiting"],
        ended=fates["ended"],
        median_days=median_days(promises),
        longest_days=longest_days(promises),
        oldest_waiting=min((one.promise.completed_on for one in of if one.fate == "waiting"), default=None),
    )


def by_service(of: Iterable[Counted]) -> tuple[ServiceFigures, ...]:
    """The busiest service first."""
    each: dict[str, list[Counted]] = {}
    for one in of:
        each.setdefault(one.row["service_code"], []).append(one)
    busiest = sorted(each, key=lambda code: (-len(each[code]), code))
    return tuple(ServiceFigures(service_code=code, figures=figures(each[code])) for code in busiest)
