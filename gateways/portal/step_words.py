"""One sentence of what a step says: the codes and days its event holds, in the order people ask for them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from gateways.portal.looks import Pair

CODES = (
    *("service_code", "item_code", "items", "missing_items", "channel", "channel_code", "medium", "method"),
    *("document_kind", "purpose", "body_code", "outcome", "recommendation_code", "award_kind", "reason_code"),
    *("reason_codes", "incomplete_reason", "kind"),
)
DAYS: dict[str, Pair] = {
    "due_by": ("الرد قبل نهاية", "reply by the end of"),
    "not_before": ("لا يُبلَّغ الرد قبل", "the reply cannot go out before"),
    "valid_until": ("ساري حتى", "valid until"),
    "held_on": ("عُقدت يوم", "held on"),
    "delivered_on": ("قُدّمت يوم", "delivered on"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A code to be named, or a day with what it is."""

    kind: Literal["code", "day"]
    value: str
    title: Pair = ("", "")


def words_of(data: str, *, by_itself: bool) -> tuple[Word, ...]:
    """What an event's own content says; it holds no personal data.

    by_itself: nobody did it; then only what it decided is said, since the rest was said where it came from.
    """
    told: Any = json.loads(data)
    return tuple(_words(told, ("outcome",) if by_itself else CODES)) if isinstance(told, dict) else ()


def _words(told: dict[str, Any], codes: tuple[str, ...]) -> Iterator[Word]:
    for name in codes:
        value = told.get(name)
        for code in value if isinstance(value, list) else [value]:
            if isinstance(code, str) and code:
                yield Word(kind="code", value=code)
    for name, title in DAYS.items():
        if isinstance(told.get(name), str):
            yield Word(kind="day", value=told[name], title=title)
