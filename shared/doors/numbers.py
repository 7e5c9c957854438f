"""The field numbers: given once, kept for ever, in a file that is committed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from shared.doors.door import Door
from shared.shapes import shape_of

LOCK_FILE = Path(__file__).parents[2] / "proto" / "numbers.lock.json"
FIRST_RESERVED_BY_PROTOBUF, LAST_RESERVED_BY_PROTOBUF = 19_000, 19_999

Numbers = Mapping[str, Mapping[str, int]]
"""Message name -> field name -> number, of one service; fields that are gone keep theirs."""


def numbered(door: Door, known: Numbers) -> dict[str, dict[str, int]]:
    """`known`, with numbers for all that is new: the next free one, in the order of the fields."""
    result = {name: dict(fields) for name, fields in known.items()}
    for name, cls in door.messages.items():
        result[name] = _with_new_fields(cls, result.get(name, {}))
    return result


def _with_new_fields(cls: type[Any], known: Mapping[str, int]) -> dict[str, int]:
    numbers = dict(known)
    for part in shape_of(cls).parts:
        if part.name not in numbers:
            numbers[part.name] = _next_free(max(numbers.values(), default=0))
    return numbers


def _next_free(last: int) -> int:
    return LAST_RESERVED_BY_PROTOBUF + 1 if last + 1 == FIRST_RESERVED_BY_PROTOBUF else last + 1


def read_lock(path: Path) -> dict[str, Numbers]:
    """Service -> its numbers; empty before the first time."""
    found: dict[str, Numbers] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found


def lock_text(lock: Mapping[str, Numbers]) -> str:
    """The lock file's content: sorted, so that a merge shows what really changed."""
    ordered = {
        service: {
            name: dict(sorted(fields.items(), key=lambda pair: pair[1])) for name, fields in sorted(messages.items())
        }
        for service, messages in sorted(lock.items())
    }
    return json.dumps(ordered, indent=1) + "\n"


@cache
def committed_lock() -> Mapping[str, Numbers]:
    """The lock file that is part of this installation, read once."""
    return read_lock(LOCK_FILE)
