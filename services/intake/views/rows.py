"""Which row an event is about."""

from __future__ import annotations

from shared.store.log import Recorded


def id_of(row: Recorded) -> str:
    """The id of the thing whose stream this is."""
    return row.stream.split("-", 1)[1]
