"""How one value is written in a message, and read back strictly: text, number, truth, amount, day, instant, id."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

LARGEST_WHOLE = 2**53 - 1  # RFC 8785 section 3.2.2.3: beyond it, a JSON number is not exact.
UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", re.ASCII)
AMOUNT = re.compile(r"-?\d{1,40}(\.\d{1,40})?", re.ASCII)
ID = re.compile(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", re.ASCII | re.IGNORECASE)

EXPECTED: Mapping[type[Any], tuple[str, str]] = {
    str: ("text without NUL characters", "نصًّا"),
    bool: ("true or false", "true أو false"),
    int: ("a whole number", "عددًا صحيحًا"),
    Decimal: ("a decimal number written as text, such as 12.50", "عددًا عشريًّا مكتوبًا نصًّا مثل 12.50"),
    date: ("a date that exists, written YYYY-MM-DD", "تاريخًا صحيحًا بصيغة YYYY-MM-DD"),
    datetime: ("a time with its offset (RFC 3339)", "وقتًا مع فرقه الزمني (RFC 3339)"),
    UUID: ("an id (UUID)", "معرّفًا (UUID)"),
}


def written(value: Any) -> Any:
    """A scalar as JSON knows it; instants in UTC. ValueError for a naive time or an amount that is no number."""
    match value:
        case Enum():
            return value.value
        case datetime():
            return _instant(value)
        case date():
            return value.isoformat()
        case Decimal():
            return _amount(value)
        case UUID():
            return str(value)
    return value


def _instant(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError("a time without an offset cannot be written")
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _amount(value: Decimal) -> str:
    if not value.is_finite():
        raise ValueError("an amount that is no number cannot be written")
    return format(value, "f")


def read(kind: type[Any], word: Any) -> Any:
    """The value of a scalar type that a JSON word stands for; ValueError unless it is written exactly so."""
    return READERS[kind](word)


def _text(word: Any) -> str:
    if not isinstance(word, str) or UNWRITABLE.search(word):
        raise ValueError
    return word


def _truth(word: Any) -> bool:
    if not isinstance(word, bool):
        raise ValueError
    return word


def _whole(word: Any) -> int:
    if not isinstance(word, int) or isinstance(word, bool) or abs(word) > LARGEST_WHOLE:
        raise ValueError
    return word


def _matching(pattern: re.Pattern[str], word: Any) -> str:
    if not isinstance(word, str) or not pattern.fullmatch(word):
        raise ValueError
    return word


def _read_instant(word: Any) -> datetime:
    try:
        return datetime.fromisoformat(_matching(INSTANT, word)).astimezone(UTC)
    except OverflowError as error:
        raise ValueError from error


READERS: Mapping[type[Any], Callable[[Any], Any]] = {
    str: _text,
    bool: _truth,
    int: _whole,
    Decimal: lambda word: Decimal(_matching(AMOUNT, word)),
    date: lambda word: date.fromisoformat(_matching(DAY, word)),
    datetime: _read_instant,
    UUID: lambda word: UUID(_matching(ID, word)),
}
