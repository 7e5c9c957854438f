"""Running numbers: one gapless series per tenant, each number taken in the same append as what it numbers."""

from __future__ import annotations

from typing import Any

from shared.application.aggregate import Aggregate
from shared.application.work import Work
from shared.domain.messages import fact


@fact(en="Serial number taken", ar="حُجز الرقم التسلسلي")
class SerialTaken:
    """number: 1, 2, 3, … within the series that the stream is named after."""

    number: int


def evolve(_last: int, event: Any) -> int:
    """The last number taken."""
    number: int = event.number
    return number


SERIAL = Aggregate(
    kind="serial",
    noun=("series of numbers", "سلسلة أرقام"),
    evolve=evolve,
    initial=0,
    case=lambda _id, _last: None,
    cached=True,
)


def take(work: Work, series: str) -> int:
    """The next number of a series, e.g. `requests-1447`; two takers at once cannot get the same."""
    number: int = work.load(SERIAL, series) + 1
    work.record(SERIAL, series, SerialTaken(number=number))
    return number
