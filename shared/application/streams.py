"""Streams as states: read from the log, folded by their aggregate, and some of them remembered between readings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from shared.application.aggregate import Aggregate
from shared.application.catalogue import Catalogue
from shared.domain.refusals import NotFound
from shared.store.log import EventLog, Recorded


@dataclass(slots=True)
class Loaded:
    """A stream as it was read, with what has been added to it since. version: 0 if nothing ever happened."""

    aggregate: Aggregate
    id: str
    state: Any
    version: int

    @property
    def stream(self) -> str:
        """The stream's name."""
        return self.aggregate.stream(self.id)

    def fold(self, row: Recorded, catalogue: Catalogue) -> None:
        """Take in the stream's next event."""
        self.state = self.aggregate.evolve(self.state, catalogue.decode(row.type, row.data))
        self.version = row.version


class StateCache:
    """Folded states of the few long streams of a process, so that each load reads only what was added since."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[int, Any]] = {}

    def known(self, tenant: str, aggregate: Aggregate, id_: str) -> Loaded:
        """The stream as last read, or its beginning."""
        version, state = self._known.get((tenant, aggregate.stream(id_)), (0, aggregate.initial))
        return Loaded(aggregate, id_, state, version)

    def keep(self, tenant: str, loaded: Loaded) -> None:
        """Remember a state as read from the log, before anything is added to it."""
        if loaded.aggregate.cached:
            self._known[tenant, loaded.stream] = (loaded.version, loaded.state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Streams:
    """One service's streams, of all tenants."""

    log: EventLog
    catalogue: Catalogue
    cache: StateCache = field(default_factory=StateCache)

    def load(self, tenant: str, wanted: Sequence[tuple[Aggregate, str]]) -> dict[str, Loaded]:
        """Several at once, in one round trip, by stream name."""
        return self.load_beside(tenant, wanted, ())[0]

    def load_beside(
        self, tenant: str, wanted: Sequence[tuple[Aggregate, str]], whole: Iterable[str]
    ) -> tuple[dict[str, Loaded], Sequence[Recorded]]:
        """The same, and beside them the events of other streams as they are stored."""
        loaded = {each.stream(id_): self.cache.known(tenant, each, id_) for each, id_ in wanted}
        after = {name: stream.version for name, stream in loaded.items()}
        others: list[Recorded] = []
        for row in self.log.read_streams(tenant, dict.fromkeys(whole, 0) | after):
            if row.stream in loaded:
                loaded[row.stream].fold(row, self.catalogue)
            else:
                others.append(row)
        for stream in loaded.values():
            self.cache.keep(tenant, stream)
        return loaded, others


def no_such(aggregate: Aggregate) -> NotFound:
    """The refusal for an id that this tenant does not have."""
    english, arabic = aggregate.noun
    code = f"no_such_{aggregate.kind.replace('-', '_')}"
    return NotFound(code, en=f"There is no such {english} here.", ar=f"لم نجد {arabic} بهذا الرقم هنا.")
