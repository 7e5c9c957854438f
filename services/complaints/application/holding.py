"""Legal holds: the follower that puts them into the vault, and the question which stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from eventsourcing.persistence import Tracking

from services.complaints.domain.events import LegalHoldPlaced, LegalHoldReleased
from services.complaints.views.legal_holds import HOLDS, standing_holds
from shared.application.application import Application
from shared.application.desk import Desk
from shared.domain.messages import message
from shared.domain.refusals import NotFound
from shared.store.log import Recorded


@dataclass(frozen=True, slots=True)
class HoldKeeper:
    """Places and lifts holds in the vault, which alone can stop a destruction; each is harmless to repeat."""

    application: Application
    name: str = "holds"

    def position(self, tenant: str) -> int:
        return self.application.infrastructure.log.position(tenant, self.name)

    def apply(self, tenant: str, page: Sequence[Recorded]) -> None:
        for row in page:
            self._keep(tenant, self.application.catalogue.decode(row.type, row.data))
        self.application.infrastructure.log.move(tenant, Tracking(self.name, page[-1].position))

    def _keep(self, tenant: str, event: Any) -> None:
        vault = self.application.infrastructure.vault
        try:
            match event:
                case LegalHoldPlaced(subject_id=subject, hold_id=hold_id, basis=basis):
                    vault.hold(tenant, subject, hold_id, basis)
                case LegalHoldReleased(subject_id=subject, hold_id=hold_id):
                    vault.release(tenant, subject, hold_id)
        except NotFound:
            # Nothing is left to hold, or it was lifted before this page was read again.
            return


@message
class ListLegalHolds:
    """The holds that stand, oldest first; of one subject, or all."""

    subject_id: str | None = None


@message
class LegalHoldRow:
    """One hold."""

    hold_id: str
    subject_id: str
    basis: str
    placed_on: date
    complaint_id: str | None


@message
class LegalHoldList:
    """Oldest first."""

    legal_holds: tuple[LegalHoldRow, ...]


def list_legal_holds(query: ListLegalHolds, desk: Desk) -> LegalHoldList:
    """From the view."""
    found = standing_holds(desk.infrastructure.views.engine, desk.actor.tenant, query.subject_id)
    columns = [column.name for column in HOLDS.c if column.name not in ("tenant", "position")]
    return LegalHoldList(legal_holds=tuple(LegalHoldRow(**{name: row[name] for name in columns}) for row in found))
