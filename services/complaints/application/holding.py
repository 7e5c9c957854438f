"""Legal holds: the follower that puts them into the vault, and the question which stand."""

from __future__ import annotations

from datetime import date
from typing import Any

from services.complaints.domain.events import LegalHoldPlaced, LegalHoldReleased
from services.complaints.views.legal_holds import HOLDS, standing_holds
from shared.application.acting import Acting
from shared.application.desk import Desk
from shared.domain.messages import message
from shared.domain.refusals import NotFound
from shared.store.log import Recorded


class HoldKeeper(Acting):
    """Places and lifts holds in the vault, which alone can stop a destruction; each is harmless to repeat."""

    name = "holds"

    def act(self, row: Recorded, event: Any) -> None:
        tenant = row.tenant
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
