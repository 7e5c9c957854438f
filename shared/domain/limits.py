"""How long a text may be, where a message's field admits more or less than the usual 20,000 characters."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Longest:
    """Marks a message's field, as `Annotated[str, Longest(characters=200_000)]`."""

    characters: int
