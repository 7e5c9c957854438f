"""Which grounds speak for which outcome; an association's own ground speaks for either."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

SPEAK_FOR: Mapping[str, frozenset[str]] = {
    "approved": frozenset({"need_established"}),
    "rejected": frozenset({"need_not_established", "outside_scope"}),
}


def contrary(outcome: str, codes: Collection[str]) -> Iterator[str]:
    """The grounds given that speak for the other outcome."""
    against = {code for other, grounds in SPEAK_FOR.items() if other != outcome for code in grounds}
    return (code for code in codes if code in against)
