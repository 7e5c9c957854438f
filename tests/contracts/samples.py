"""Golden samples: one file for each event and contract as it was first written, which must decode for ever.

`python -m tests.contracts.samples <service>` writes the files that are missing; it never changes one that exists. The
facts that every service can store are kept under `shared`.
"""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import UUID

from shared import codec
from shared.application import destruction, rulebook, serials
from shared.application.catalogue import Catalogue
from shared.bus import facts
from shared.shapes import Part, shape_of

GOLDEN = Path(__file__).parent / "golden"
VALUES: Mapping[type[Any], Any] = {
    bool: True,
    int: 7,
    Decimal: Decimal("12.50"),
    date: date(2026, 3, 15),
    datetime: datetime(2026, 3, 15, 9, 30, tzinfo=UTC),
    UUID: UUID("5a6e6164-0000-4000-8000-000000000007"),
}


def sample(cls: type[Any]) -> Any:
    """A value of the class in which nothing is left out."""
    return cls(**{part.name: _filled(part) for part in shape_of(cls).parts})


def kept(service: str) -> Iterator[tuple[str, type[Any]]]:
    """Name and class of all that a service stores of its own or says in public."""
    if service == "shared":
        yield from Catalogue(destruction, rulebook, serials, facts).types.items()
        return
    events = import_module(f"services.{service}.service").SERVICE.catalogue.types
    yield from ((name, cls) for name, cls in events.items() if cls.__module__.startswith("services."))
    for _, cls in inspect.getmembers(import_module(f"shared.contracts.{service}"), inspect.isclass):
        if hasattr(cls, "CONTRACT_TYPE"):
            yield cls.CONTRACT_TYPE, cls


def check(service: str, name: str, cls: type[Any]) -> None:
    """The golden file decodes with today's class, and what it said is still said."""
    golden = (GOLDEN / service / f"{name}.json").read_bytes().strip()
    says = json.loads(codec.encode(codec.decode(cls, golden)))
    assert still_says(says, json.loads(golden)), f"{name}: {golden.decode()} is read as {says}"


def still_says(says: Any, said: Any) -> bool:
    """Whether everything that was said is said unchanged, at any depth; more may be said."""
    match says, said:
        case dict(), dict():
            return all(key in says and still_says(says[key], value) for key, value in said.items())
        case list(), list():
            return len(says) == len(said) and all(map(still_says, says, said))
    return bool(says == said)


def write(service: str) -> None:
    """Write what is missing."""
    for name, cls in kept(service):
        path = GOLDEN / service / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_bytes(codec.encode(sample(cls)) + b"\n")


def _filled(part: Part) -> Any:
    one = _one(part)
    match part.many:
        case "list":
            return (one,)
        case "map":
            return {part.name: one}
    return one


def _one(part: Part) -> Any:
    if part.is_message:
        return sample(part.type)
    if part.choices is not None:
        return next(iter(part.choices.values()))
    return part.name if part.type is str else VALUES[part.type]


if __name__ == "__main__":
    write(sys.argv[1])
