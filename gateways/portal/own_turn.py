"""Which requests of a list wait for whoever reads it: the next step is his to take, and it is time for it."""

from __future__ import annotations

from collections.abc import Iterable

from gateways.portal.day_lines import Line
from gateways.portal.looks import Pair
from gateways.portal.next_forms import forward_of
from gateways.portal.visit import Visit

MINE = "mine"
WORDS: Pair = ("بانتظار إجراء منك", "Waiting for you")
WITH_OTHERS = frozenset({"open", "awaiting_information", "under_review", "queried_in_review"})
"""Here the applicant or the reviewing body is to move."""


def own(lines: Iterable[Line], visit: Visit) -> frozenset[str]:
    """Those requests, by id."""
    return frozenset(line.row.request_id for line in lines if waits_for_him(line, visit))


def waits_for_him(line: Line, visit: Visit) -> bool:
    """A reply that may not go out yet waits for its day, not for anybody."""
    row = line.row
    if row.stage in WITH_OTHERS or (row.stage == "decided" and line.chip.tone == "guard"):
        return False
    return visit.may("intake", forward_of(row.stage, row.outcome))
