"""One question for several who ask for streams: what it asks, and who gets what of the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from shared.store.log import Recorded, Wanted

_position = attrgetter("position")


def least_of_all(asked: Sequence[Wanted]) -> Mapping[tuple[str, str], int]:
    """Each stream once, by tenant and name, above the lowest version anybody has."""
    least: dict[tuple[str, str], int] = {}
    for tenant, after in asked:
        for stream, version in after.items():
            least[tenant, stream] = min(version, least.get((tenant, stream), version))
    return least


def of_each(asked: Sequence[Wanted], found: Sequence[Recorded]) -> list[tuple[Recorded, ...]]:
    """What each gets, in position order."""
    streams: dict[tuple[str, str], list[Recorded]] = {}
    for event in found:
        streams.setdefault((event.tenant, event.stream), []).append(event)
    return [tuple(sorted(_of(wanted, streams), key=_position)) for wanted in asked]


def _of(wanted: Wanted, streams: Mapping[tuple[str, str], Sequence[Recorded]]) -> Iterator[Recorded]:
    tenant, after = wanted
    for stream, version in after.items():
        yield from (event for event in streams.get((tenant, stream), ()) if event.version > version)
