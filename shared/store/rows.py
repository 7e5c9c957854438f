"""How rows of both databases become what the log gives out, and the columns they are read by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any
from uuid import UUID

from shared.store.log import Receipt, Recorded

EVENT_COLUMNS = (
    "e.tenant, e.position, e.stream, e.version, e.type, e.case_id, e.actor_kind, e.actor_ref, e.command_id, "
    "e.correlation_id, e.causation_id, e.policy_version, e.occurred_at, e.recorded_at, e.data"
)
RECEIPT_COLUMNS = "tenant, command_id, command, fingerprint, first, last, recorded_at, refusal"


def sql(name: str) -> str:
    """The text of an SQL file that lies beside this module."""
    return files("shared.store").joinpath(name).read_text(encoding="utf-8")


def recorded(found: Sequence[tuple[Any, ...]]) -> tuple[Recorded, ...]:
    """Events from rows of EVENT_COLUMNS."""
    return tuple([Recorded((*row[:14], bytes(row[14]))) for row in found])


def recorded_from_text(found: Sequence[tuple[Any, ...]]) -> tuple[Recorded, ...]:
    """Events from rows of EVENT_COLUMNS whose instants are text."""
    return tuple([Recorded((*row[:12], moment(row[12]), moment(row[13]), row[14])) for row in found])


def receipt(row: Sequence[Any], *, repeated: bool) -> Receipt:
    """A receipt from a row of RECEIPT_COLUMNS."""
    return Receipt(
        tenant=row[0],
        command_id=row[1] if isinstance(row[1], UUID) else UUID(row[1]),
        command=row[2],
        fingerprint=row[3],
        first=row[4],
        last=row[5],
        recorded_at=moment(row[6]),
        refusal=None if row[7] is None else bytes(row[7]),
        repeated=repeated,
    )


def moment(stored: datetime | str) -> datetime:
    """A stored instant as an aware datetime in UTC."""
    instant = datetime.fromisoformat(stored) if isinstance(stored, str) else stored
    return instant if instant.tzinfo is UTC else instant.astimezone(UTC)


def utc(instant: datetime) -> datetime:
    """An aware instant in UTC; a naive one has no place in a log."""
    if instant.tzinfo is None:
        raise ValueError("an event's time needs a time zone")
    return instant.astimezone(UTC)
