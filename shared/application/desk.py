"""Where questions are answered: reads, never writes, except the record that sealed content was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from shared.application.aggregate import Aggregate
from shared.application.catalogue import Catalogue
from shared.application.infrastructure import Infrastructure
from shared.application.rulebook import RULEBOOK, RULEBOOK_ID, Rulebook
from shared.application.work import no_such
from shared.domain.actor import Actor
from shared.domain.sealed import ContentRef

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a question may use: who asks, the service's streams and views, and the vault."""

    actor: Actor
    infrastructure: Infrastructure
    catalogue: Catalogue

    def load(self, aggregate: Aggregate, id_: str) -> Any:
        """The state of something that exists in the asker's tenant; raises NotFound."""
        stream = aggregate.stream(id_)
        state = aggregate.initial
        rows = self.infrastructure.log.read_streams(self.actor.tenant, {stream: 0})
        for row in rows:
            state = aggregate.evolve(state, self.catalogue.decode(row.type, row.data))
        if not rows and aggregate is not RULEBOOK:
            raise no_such(aggregate)
        return state

    def rules(self) -> Rulebook:
        """The association's rules as this service has adopted them."""
        book: Rulebook = self.load(RULEBOOK, RULEBOOK_ID)
        return book

    def open(self, ref: ContentRef, kind: type[T], *, reason: str, case_id: str | None) -> T:
        """Sealed content as its class; the reading is recorded with its reason. Raises NotFound once destroyed."""
        content = self.infrastructure.vault.open(
            self.actor.tenant, ref, reader=self.actor.ref, reason=reason, case_id=case_id
        )
        return msgspec.json.decode(content, type=kind)
