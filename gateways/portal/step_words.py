"""One sentence of what a step says: text, and the codes, days and numbers its event holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from gateways.portal.looks import Pair
from gateways.portal.step_sentences import SENTENCES

CODES = (
    *("service_code", "item_code", "items", "missing_items", "channel", "channel_code", "medium", "method"),
    *("document_kind", "purpose", "body_code", "outcome", "recommendation_code", "award_kind", "reason_code"),
    *("reason_codes", "incomplete_reason", "kind"),
)
_SLOT = re.compile(r"{(\w+)}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
COMMA: Pair = ("، ", ", ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Text in both languages, a code to be named, or a day or a number."""

    kind: Literal["text", "code", "day", "number"]
    value: str = ""
    text: Pair = ("", "")


Said = tuple[tuple[Word, ...], tuple[Word, ...]]
"""In Arabic and in English."""


def said_of(type_: str, told: Mapping[str, Any], *, by_itself: bool) -> Said:
    """What an event's own content says; it holds no personal data.

    by_itself: nobody did it; then nothing is said without a sentence of its own, since it was said where it came from.
    """
    for pair in SENTENCES.get(type_, ()):
        if all(told.get(name) for name in _SLOT.findall(pair[0])):
            return tuple(_sentence(pair[0], told)), tuple(_sentence(pair[1], told))
    listed = () if by_itself else tuple(_joined([one for name in CODES for one in values(told.get(name))]))
    return listed, listed


def values(value: Any) -> list[Word]:
    """One value or several, as words."""
    return [_word(one) for one in (value if isinstance(value, list) else [value]) if isinstance(one, str | int) and one]


def _sentence(text: str, told: Mapping[str, Any]) -> Iterator[Word]:
    for no, part in enumerate(_SLOT.split(text)):
        if no % 2:
            yield from _joined(values(told[part]))
        elif part:
            yield Word(kind="text", text=(part, part))


def _joined(words: list[Word]) -> Iterator[Word]:
    for no, word in enumerate(words):
        if no:
            yield Word(kind="text", text=COMMA)
        yield word


def _word(value: str | int) -> Word:
    kind: Literal["code", "day", "number"] = "number" if isinstance(value, int) else "code"
    return Word(kind="day" if _DAY.fullmatch(str(value)) else kind, value=str(value))
