"""Replies that were late, are owed since their last day, or went out early by leave: by how much, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gateways.portal.counting import counted
from gateways.portal.deadlines import UNITS, late
from gateways.portal.looks import Pair
from services.intake.application.asking_of_windows import OutOfLine

ICONS: Mapping[str, str] = {"early": "send", "late": "clock-alert", "overdue": "clock-alert"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandsOut:
    """A line of the list. words: by how much, in the window's own unit."""

    row: OutOfLine
    icon: str
    words: Pair


def line(row: OutOfLine) -> StandsOut:
    """One of them."""
    return StandsOut(row=row, icon=ICONS[row.fate], words=_words(row))


def _words(row: OutOfLine) -> Pair:
    if row.fate == "early":
        arabic, english = counted(row.days, "late_day", "ar"), counted(row.days, UNITS[row.unit], "en")
        return f"سبق الرد أول يوم له بإذن، والفرق {arabic}", f"replied {english} before its first day, with permission"
    arabic, english = late(row.days, row.unit)
    if row.fate == "late":
        return f"{arabic}، ثم رُد", f"{english}, then replied"
    return f"{arabic} حتى اليوم، ولم يُرد", f"{english} until today, no reply yet"
