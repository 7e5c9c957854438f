"""What codes are called in both languages, wherever they stand: in lists to choose from, in steps, in refusals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gateways.portal import causes, looks, reasons
from gateways.portal.looks import Pair


def known(code: str) -> Pair | None:
    """What a code is called; None where nobody named it."""
    return NAMES.get(code)


def _named() -> Iterator[tuple[str, Pair]]:
    for value in vars(reasons).values():
        if isinstance(value, tuple):
            yield from value
    yield from causes.CAUSES.items()
    yield from looks.ROLES.items()
    yield from looks.NAMES.items()


NAMES: Mapping[str, Pair] = dict(_named())
