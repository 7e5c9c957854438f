"""Named examples of appends: two associations and their requests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID, uuid4

from eventsourcing.persistence import Tracking

from shared.store.log import Append, Cause, EventLog, NewEvent, Recorded

SIDR = "sidr"
KADI = "kadi"
REQUEST = "request-1"
CASE = "case-1"
NOON = datetime(2025, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)


def event(
    version: int, *, stream: str = REQUEST, type: str = "RequestReceived", case_id: str | None = CASE
) -> NewEvent:
    """One event of a request."""
    return NewEvent(
        stream=stream,
        version=version,
        type=type,
        data=b'{"amount":"100.00"}',
        case_id=case_id,
        policy_version="sidr/1",
        occurred_at=NOON,
    )


def cause(command_id: UUID | None = None, *, causation_id: UUID | None = None) -> Cause:
    """An officer's command."""
    return Cause(
        command_id=command_id or uuid4(),
        command="intake.ReceiveRequest",
        fingerprint="f00d",
        actor_kind="officer",
        actor_ref="staff-1",
        correlation_id=uuid4(),
        causation_id=causation_id,
    )


def append(
    *events: NewEvent,
    tenant: str = SIDR,
    command_id: UUID | None = None,
    refusal: bytes | None = None,
    tracking: Tracking | None = None,
) -> Append:
    """A command's result."""
    return Append(tenant=tenant, cause=cause(command_id), events=events, refusal=refusal, tracking=tracking)


def whole_log(log: EventLog, tenant: str, page: int = 100) -> list[Recorded]:
    """Everything a follower would read, page by page."""
    found: list[Recorded] = []
    while events := log.read(tenant, len(found), page):
        found.extend(events)
    return found


def positions(events: Iterable[Recorded]) -> list[int]:
    """Where the events lie."""
    return [event.position for event in events]
