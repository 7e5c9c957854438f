"""How messages and facts are written: canonical JSON (RFC 8785), read back tolerantly or strictly.

Writing has a fast path in C and a careful one; the careful one is taken where the fast one could differ from the
standard: astral characters (sorted by UTF-16 unit), large numbers, times outside UTC, amounts with an exponent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from threading import Lock
from typing import Any, TypeVar

import msgspec
import rfc8785

from shared.domain.refusals import Refused
from shared.malformed import (
    FIELD_TOO_LARGE,
    MALFORMED_JSON,
    MESSAGE_TOO_LARGE,
    MISSING_FIELD,
    NOT_A_CODE,
    UNKNOWN_FIELD,
    WRONG_TYPE,
)
from shared.shapes import Part, shape_of
from shared.words import EXPECTED, read, written

T = TypeVar("T")
LARGEST_MESSAGE = 1_000_000

_LEARNING = Lock()
_FAST = msgspec.json.Encoder(order="sorted")
_DOUBTFUL = re.compile(rb'[\xf0-\xf4]|[:,\[]-?\d{16}|\d\d:\d\d:\d\d(?:\.\d+)?(?:"|[+-])|\dE[+-]|"(?:-|s)?(?:NaN|Inf)')
_PLAIN_NAME = re.compile(r"[a-z][a-z_]{0,40}")


def encode(message: Any) -> bytes:
    """Canonical JSON of a message or fact. ValueError for what cannot be written, TypeError for no message at all."""
    shape_of(type(message))
    quick = _FAST.encode(message)
    return rfc8785.dumps(to_words(message)) if _DOUBTFUL.search(quick) else quick


def decode(cls: type[T], data: bytes) -> T:
    """What `encode` wrote, in this version or another: unknown fields are ignored. Refused as `from_json`."""
    key: Any = cls
    try:
        decoded: T = _decoder(key).decode(data)
    except (msgspec.MsgspecError, RecursionError):
        return from_json(cls, data, largest=len(data))
    return decoded


@cache
def _decoder(cls: Any) -> msgspec.json.Decoder[Any]:
    shape_of(cls)
    return decoder(cls)


def decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """What reads JSON as this type, tolerantly.

    msgspec learns a dataclass when it first meets it, and notes that on the class; two threads that meet one at once
    end the process. So whoever reads by type asks here first.
    """
    return _learned(kind)


@cache
def _learned(kind: Any) -> msgspec.json.Decoder[Any]:
    with _LEARNING:
        return msgspec.json.Decoder(kind)


def to_words(message: Any) -> dict[str, Any]:
    """A message as dictionaries, lists and JSON scalars."""
    return {part.name: _part_to_words(part, getattr(message, part.name)) for part in shape_of(type(message)).parts}


def _part_to_words(part: Part, value: Any) -> Any:
    if part.many == "map":
        return dict(value)
    write = to_words if part.is_message else written
    if part.many == "list":
        return [write(item) for item in value]
    return None if value is None else write(value)


def from_json(cls: type[T], data: bytes, largest: int = LARGEST_MESSAGE) -> T:
    """A stranger's JSON as a message. Refused: `too_large`, `malformed_json`, or as `from_words`."""
    MESSAGE_TOO_LARGE.unless(len(data) <= largest, limit=largest)
    return from_words(cls, _parsed(data))


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise MALFORMED_JSON.refused() from None


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(found := dict(pairs)) != len(pairs):
        raise ValueError
    return found


def _no_number(_name: str) -> Any:
    raise ValueError


def from_words(cls: type[T], words: object) -> T:
    """A message from parsed JSON, taken literally: nothing is converted, guessed or ignored, and no value is echoed.

    Refused: `wrong_type`, `unknown_field`, `missing_field`, `too_large` (a text beyond its limit).
    """
    message: T = _message(cls, words, "")
    return message


def _message(cls: type[Any], words: object, path: str) -> Any:
    if not isinstance(words, Mapping):
        raise _wrong(path or "message", f"an object ({cls.__name__})", f"كائنًا ({cls.__name__})")
    shape = shape_of(cls)
    if unknown := next((name for name in words if name not in shape.names), None):
        raise UNKNOWN_FIELD.refused(field=_joined(path, _nameable(unknown)))
    return cls(**{part.name: _part(part, words, _joined(path, part.name)) for part in shape.parts})


def _part(part: Part, words: Mapping[str, Any], path: str) -> Any:
    if part.name not in words:
        MISSING_FIELD.unless(not part.required, field=path)
        return part.default
    word = words[part.name]
    match part.many:
        case "list":
            return _list(part, word, path)
        case "map":
            return _map(part, word, path)
    return None if word is None and part.nullable else _one(part, word, path)


def _list(part: Part, word: Any, path: str) -> tuple[Any, ...]:
    if not isinstance(word, list | tuple):
        raise _wrong(path, "a list", "قائمة")
    return tuple(_one(part, item, f"{path}[{index}]") for index, item in enumerate(word))


def _map(part: Part, word: Any, path: str) -> dict[str, str]:
    if not isinstance(word, Mapping):
        raise _wrong(path, "an object with text values", "كائنًا قيمه نصوص")
    return {_one(part, key, f"{path}.*"): _one(part, value, f"{path}.*") for key, value in word.items()}


def _one(part: Part, word: Any, path: str) -> Any:
    if part.is_message:
        return _message(part.type, word, path)
    if part.choices is not None:
        return _choice(part.choices, word, path)
    if isinstance(word, str):
        FIELD_TOO_LARGE.unless(len(word) <= part.longest, field=path, limit=part.longest)
    if part.form is not None and isinstance(word, str):
        NOT_A_CODE.unless(bool(part.form.fullmatch(word)), field=path)
    try:
        return read(part.type, word)
    except ValueError:
        raise _wrong(path, *EXPECTED[part.type]) from None


def _choice(choices: Mapping[str, Any], word: Any, path: str) -> Any:
    if not isinstance(word, str) or word not in choices:
        listed = ", ".join(choices)
        raise _wrong(path, f"one of: {listed}", f"إحدى القيم: {listed}")
    return choices[word]


def _wrong(path: str, expected: str, expected_ar: str) -> Refused:
    return WRONG_TYPE.refused(field=path, expected=expected, expected_ar=expected_ar)


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _nameable(name: object) -> str:
    # A caller's own key may be anybody's name or number, and refusals are logged.
    return name if isinstance(name, str) and _PLAIN_NAME.fullmatch(name) else "(unnamed)"
