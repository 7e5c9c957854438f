"""Where questions are answered: reads, never writes, except the record that sealed content was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from shared.application.aggregate import Aggregate
from shared.application.catalogue import Catalogue
from shared.application.infrastructure import Infrastructure
from shared.application.rulebook import RULEBOOK, RULEBOOK_ID, Rulebook
from shared.application.streams import Loaded, StateCache, Streams, no_such
from shared.codec import decoder
from shared.domain.actor import Actor
from shared.domain.sealed import ContentRef
from shared.store.log import Recorded

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a question may use: who asks, the service's streams and views, and the vault."""

    actor: Actor
    infrastructure: Infrastructure
    catalogue: Catalogue
    cache: StateCache = field(default_factory=StateCache)

    def load(self, aggregate: Aggregate, id_: str) -> Any:
        """The state of something that exists in the asker's tenant; raises NotFound."""
        loaded = self._loaded(aggregate, id_)
        if loaded.version == 0:
            raise no_such(aggregate)
        return loaded.state

    def load_all(self, aggregate: Aggregate, ids: Sequence[str]) -> list[Any]:
        """The states of several in one round trip, the initial one where nothing ever happened."""
        streams = Streams(log=self.infrastructure.log, catalogue=self.catalogue, cache=self.cache)
        loaded = streams.load(self.actor.tenant, [(aggregate, id_) for id_ in ids])
        return [loaded[aggregate.stream(id_)].state for id_ in ids]

    def rules(self) -> Rulebook:
        """The association's rules as this service has adopted them."""
        book: Rulebook = self._loaded(RULEBOOK, RULEBOOK_ID).state
        return book

    def rules_beside(self, streams: Iterable[str]) -> tuple[Rulebook, Sequence[Recorded]]:
        """The rules, and the events of whole streams, in one round trip."""
        known = Streams(log=self.infrastructure.log, catalogue=self.catalogue, cache=self.cache)
        loaded, events = known.load_beside(self.actor.tenant, [(RULEBOOK, RULEBOOK_ID)], streams)
        book: Rulebook = loaded[RULEBOOK.stream(RULEBOOK_ID)].state
        return book, events

    def open(self, ref: ContentRef, kind: type[T], *, reason: str, case_id: str | None) -> T:
        """Sealed content as its class; the reading is recorded with its reason. Raises NotFound once destroyed."""
        content = self.infrastructure.vault.open(
            self.actor.tenant, ref, reader=self.actor.ref, reason=reason, case_id=case_id
        )
        opened: T = decoder(kind).decode(content)
        return opened

    def open_all(
        self, refs: Sequence[ContentRef], kind: type[T], *, reason: str, case_id: str | None
    ) -> tuple[T | None, ...]:
        """As `open`, for several at once; None where the content was destroyed."""
        contents = self.infrastructure.vault.open_all(
            self.actor.tenant, refs, reader=self.actor.ref, reason=reason, case_id=case_id
        )
        read = decoder(kind)
        return tuple(None if one is None else read.decode(one) for one in contents)

    def _loaded(self, aggregate: Aggregate, id_: str) -> Loaded:
        streams = Streams(log=self.infrastructure.log, catalogue=self.catalogue, cache=self.cache)
        return streams.load(self.actor.tenant, [(aggregate, id_)])[aggregate.stream(id_)]
