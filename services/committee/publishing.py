"""What committee says in public of its own events; everything else stays private."""

from __future__ import annotations

from typing import Any

from services.committee.domain import events as happened
from shared.contracts import committee as said
from shared.store.log import Recorded


def publish(event: Any, _row: Recorded) -> Any | None:
    """The contract an event becomes."""
    match event:
        case happened.RequestApproved():
            return _decided(event, "approved")
        case happened.RequestRejected():
            return _decided(event, "rejected")
        case happened.ReviewOpened():
            return _same(said.ReviewOpened, event)
        case happened.FurtherInformationRequested():
            return _same(said.FurtherInformationRequested, event)
        case happened.ReviewDeferred():
            return _same(said.ReviewDeferred, event)
        case happened.DecisionCorrected():
            return _corrected(event)
        case happened.SessionScheduled():
            return _same(said.SessionScheduled, event)
        case happened.DestructionConfirmed():
            return _same(said.PersonalDataDestructionConfirmed, event)
    return None


def _decided(event: happened.RequestApproved | happened.RequestRejected, outcome: str) -> said.ReviewDecided:
    return said.ReviewDecided(
        review_id=event.review_id,
        request_id=event.request_id,
        outcome=outcome,
        decided_on=event.decided_on,
        condition_codes=event.condition_codes,
    )


def _corrected(event: happened.DecisionCorrected) -> said.DecisionCorrected:
    """Its minutes are adopted later."""
    return said.DecisionCorrected(
        review_id=event.review_id,
        request_id=event.request_id,
        outcome=event.outcome,
        decided_on=event.decided_on,
        condition_codes=event.condition_codes,
    )


def _same(contract: type[Any], event: Any) -> Any:
    """Contracts that say some of an event's fields under the same names."""
    return contract(**{name: getattr(event, name) for name in contract.__slots__})
