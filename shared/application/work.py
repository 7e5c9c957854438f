"""One command's work: the streams it loads, the events it records, all stored together or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from shared.application.aggregate import Aggregate
from shared.application.catalogue import Catalogue
from shared.application.rulebook import RULEBOOK, RULEBOOK_ID, Rulebook
from shared.application.situation import Situation
from shared.domain.refusals import NotFound
from shared.store.log import EventLog, NewEvent, Recorded


@dataclass(slots=True)
class Loaded:
    """A stream as it was read, with what this work has added."""

    aggregate: Aggregate
    id: str
    state: Any
    version: int

    @property
    def stream(self) -> str:
        """The stream's name."""
        return self.aggregate.stream(self.id)


class StateCache:
    """Folded states of the few long streams of a process, so that each load reads only what was added since."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[int, Any]] = {}

    def known(self, tenant: str, aggregate: Aggregate, id_: str) -> tuple[int, Any]:
        """The version and state as last read, or the beginning."""
        return self._known.get((tenant, aggregate.stream(id_)), (0, aggregate.initial))

    def keep(self, tenant: str, loaded: Loaded) -> None:
        """Remember a state as read from the log, before anything is added to it."""
        if loaded.aggregate.cached:
            self._known[tenant, loaded.stream] = (loaded.version, loaded.state)


class Work:
    """Loads aggregates of one tenant and collects the events a use case records on them."""

    def __init__(self, log: EventLog, catalogue: Catalogue, cache: StateCache, situation: Situation) -> None:
        self._log = log
        self._catalogue = catalogue
        self._cache = cache
        self._situation = situation
        self._tenant = situation.actor.tenant
        self._loaded: dict[str, Loaded] = {}
        self._events: list[NewEvent] = []

    @property
    def events(self) -> tuple[NewEvent, ...]:
        """Everything recorded, in order."""
        return tuple(self._events)

    @property
    def rules(self) -> Rulebook:
        """The association's rules as last adopted."""
        book: Rulebook = self.load(RULEBOOK, RULEBOOK_ID)
        return book

    def load(self, aggregate: Aggregate, id_: str) -> Any:
        """The state now, the initial one if nothing ever happened."""
        if aggregate.stream(id_) not in self._loaded:
            # The rulebook rides along in the same round trip the first time.
            wanted = {(aggregate.stream(id_)): (aggregate, id_), RULEBOOK.stream(RULEBOOK_ID): (RULEBOOK, RULEBOOK_ID)}
            self._read([known for stream, known in wanted.items() if stream not in self._loaded])
        return self._loaded[aggregate.stream(id_)].state

    def existing(self, aggregate: Aggregate, id_: str) -> Any:
        """The state of something that exists in this tenant; raises NotFound."""
        state = self.load(aggregate, id_)
        if self._loaded[aggregate.stream(id_)].version == 0:
            raise no_such(aggregate)
        return state

    def situation(self, aggregate: Aggregate, id_: str) -> Situation:
        """The moment of deciding, under the policy version the thing was opened under."""
        pinned = aggregate.pinned(self.load(aggregate, id_))
        return replace(self._situation, rules=self.rules, pinned=pinned)

    def record(self, aggregate: Aggregate, id_: str, *events: Any) -> None:
        """Add events to a thing's stream; later loads of the same work see them."""
        self.load(aggregate, id_)
        loaded = self._loaded[aggregate.stream(id_)]
        for event in events:
            loaded.state = aggregate.evolve(loaded.state, event)
            loaded.version += 1
            self._events.append(self._new_event(loaded, event))

    def _new_event(self, loaded: Loaded, event: Any) -> NewEvent:
        return NewEvent(
            stream=loaded.stream,
            version=loaded.version,
            type=type(event).__name__,
            data=self._catalogue.encode(event),
            case_id=loaded.aggregate.case(loaded.id, loaded.state),
            policy_version=loaded.aggregate.pinned(loaded.state) or self.rules.current,
            occurred_at=self._situation.now,
        )

    def _read(self, wanted: Sequence[tuple[Aggregate, str]]) -> None:
        loaded = {}
        for aggregate, id_ in wanted:
            version, state = self._cache.known(self._tenant, aggregate, id_)
            loaded[aggregate.stream(id_)] = Loaded(aggregate, id_, state, version)
        rows = self._log.read_streams(self._tenant, {name: stream.version for name, stream in loaded.items()})
        for row in rows:
            self._fold(loaded[row.stream], row)
        for stream in loaded.values():
            self._cache.keep(self._tenant, stream)
        self._loaded |= loaded

    def _fold(self, loaded: Loaded, row: Recorded) -> None:
        loaded.state = loaded.aggregate.evolve(loaded.state, self._catalogue.decode(row.type, row.data))
        loaded.version = row.version


def no_such(aggregate: Aggregate) -> NotFound:
    """The refusal for an id that this tenant does not have."""
    english, arabic = aggregate.noun
    code = f"no_such_{aggregate.kind.replace('-', '_')}"
    return NotFound(code, en=f"There is no such {english} here.", ar=f"لم نجد {arabic} بهذا الرقم هنا.")
