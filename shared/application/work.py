"""One command's work: the streams it loads, the events it records, all stored together or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from shared.application.aggregate import Aggregate
from shared.application.rulebook import RULEBOOK, RULEBOOK_ID, Rulebook
from shared.application.situation import Situation
from shared.application.streams import Loaded, Streams, no_such
from shared.store.log import NewEvent

Find = Callable[[str, str, str], tuple[str, ...]]
"""(tenant, kind of index, value) -> subjects."""


def nobody(_tenant: str, _kind: str, _value: str) -> tuple[str, ...]:
    """Where there is no vault to look into."""
    return ()


class Work:
    """Loads aggregates of one tenant and collects the events a use case records on them."""

    def __init__(self, streams: Streams, situation: Situation, find: Find = nobody) -> None:
        self._streams = streams
        self._find = find
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

    def known_by(self, kind: str, value: str) -> tuple[str, ...]:
        """Whose sealed content is found by this value, by subject; what the command itself brings is not among it."""
        return self._find(self._tenant, kind, value)

    def load(self, aggregate: Aggregate, id_: str) -> Any:
        """The state now, the initial one if nothing ever happened."""
        if aggregate.stream(id_) not in self._loaded:
            # The rulebook rides along in the same round trip the first time.
            wanted = {aggregate.stream(id_): (aggregate, id_), RULEBOOK.stream(RULEBOOK_ID): (RULEBOOK, RULEBOOK_ID)}
            missing = [named for stream, named in wanted.items() if stream not in self._loaded]
            self._loaded |= self._streams.load(self._tenant, missing)
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
            data=self._streams.catalogue.encode(event),
            case_id=loaded.aggregate.case(loaded.id, loaded.state),
            policy_version=loaded.aggregate.pinned(loaded.state) or self.rules.current,
            occurred_at=self._situation.now,
        )
