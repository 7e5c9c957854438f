"""What an event log is: the rows it keeps, and the contract both stores obey."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Protocol, TypeAlias
from uuid import UUID, uuid5

import msgspec
from eventsourcing.persistence import Tracking

Text: TypeAlias = str | None
Row: TypeAlias = tuple[
    str, int, str, int, str, Text, str, str, str, str, Text, Text, datetime, datetime, bytes
]  # fmt: skip

Wanted: TypeAlias = tuple[str, Mapping[str, int]]
"""A tenant, and some of its streams: name -> the version above which events are asked for"""

EVENT_NAMESPACE = UUID("5a6e6164-0000-5000-8000-000000000001")


class NewEvent(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An event about to be stored.

    stream: `<kind>-<id>`; version: 1, 2, 3, … within the stream.
    type: fixed name, never a Python path; data: canonical JSON (RFC 8785), which is what gets hashed.
    case_id: what an auditor asks for; policy_version: `<policy id>/<n>`, or None where no policy was consulted.
    occurred_at: aware, the platform clock when the decision was taken.
    """

    stream: str
    version: int
    type: str
    data: bytes
    case_id: str | None
    policy_version: str | None
    occurred_at: datetime


class Cause(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Who asked for what, and what led to it; the same for all events of one append.

    command: `<service>.<Command>`. fingerprint: keyed digest (hex) of the command's content, to tell a harmless retry
    from another command under the same id. causation_id: the event that a reaction answers, if any.
    """

    command_id: UUID
    command: str
    fingerprint: str
    actor_kind: str
    actor_ref: str
    correlation_id: UUID
    causation_id: UUID | None = None


class Append(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One command's result, stored whole or not at all.

    events may be empty (a command that changes nothing is still remembered). refusal: canonical JSON of the refusal
    that was recorded instead of a success. tracking: the follower position that moves in the same transaction.
    """

    tenant: str
    cause: Cause
    events: tuple[NewEvent, ...]
    refusal: bytes | None = None
    tracking: Tracking | None = None


class Receipt(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What became of a command: positions of its first and last event (0 and 0 when none), and whether it was known."""

    tenant: str
    command_id: UUID
    command: str
    fingerprint: str
    first: int
    last: int
    recorded_at: datetime
    refusal: bytes | None = None
    repeated: bool = False


class Recorded(msgspec.Struct, frozen=True, gc=False):
    """A stored event, all columns. `position` is 1, 2, 3, … within the tenant's log, in commit order, without gaps.

    It holds the row as the database gave it; what is not of its type there becomes so when it is asked for, because
    most readers ask for little. row: the columns in the order of the properties, with UUIDs as text.
    """

    row: Row

    @classmethod
    def of(
        cls,
        *,
        tenant: str,
        position: int,
        stream: str,
        version: int,
        type: str,
        data: bytes,
        case_id: str | None,
        actor_kind: str,
        actor_ref: str,
        command_id: UUID,
        correlation_id: UUID,
        causation_id: UUID | None,
        policy_version: str | None,
        occurred_at: datetime,
        recorded_at: datetime,
    ) -> Recorded:
        """An event by its columns."""
        what = (tenant, position, stream, version, type, case_id)
        cause = None if causation_id is None else str(causation_id)
        who = (actor_kind, actor_ref, str(command_id), str(correlation_id), cause)
        return cls((*what, *who, policy_version, occurred_at, recorded_at, data))

    @property
    def tenant(self) -> str:
        return self.row[0]

    @property
    def position(self) -> int:
        return self.row[1]

    @property
    def stream(self) -> str:
        return self.row[2]

    @property
    def version(self) -> int:
        return self.row[3]

    @property
    def type(self) -> str:
        return self.row[4]

    @property
    def case_id(self) -> str | None:
        return self.row[5]

    @property
    def actor_kind(self) -> str:
        return self.row[6]

    @property
    def actor_ref(self) -> str:
        return self.row[7]

    @property
    def command_id(self) -> UUID:
        return UUID(self.row[8])

    @property
    def correlation_id(self) -> UUID:
        return UUID(self.row[9])

    @property
    def causation_id(self) -> UUID | None:
        return None if self.row[10] is None else UUID(self.row[10])

    @property
    def policy_version(self) -> str | None:
        return self.row[11]

    @property
    def occurred_at(self) -> datetime:
        return self.row[12].astimezone(UTC)

    @property
    def recorded_at(self) -> datetime:
        return self.row[13].astimezone(UTC)

    @property
    def data(self) -> bytes:
        return self.row[14]


def event_id(tenant: str, service: str, position: int) -> UUID:
    """The id under which an event is known outside its service: derived, so it needs no column."""
    return uuid5(EVENT_NAMESPACE, f"{tenant}/{service}/{position}")


class VersionClash(Exception):
    """Another append took the same stream version; deciding again on the new state is safe."""


class EventLog(Protocol):
    """One service's log of all its tenants. Every method is safe to call from several threads."""

    def append(self, append: Append) -> Receipt:
        """Store durably. A known command id writes nothing and gives the first receipt, `repeated=True`.

        Raises VersionClash; the caller compares fingerprints.
        """

    def append_all(self, appends: Sequence[Append]) -> Sequence[Receipt | Exception]:
        """Store several in one transaction, each with its own outcome: a clash fails only its own append."""

    def receipt(self, tenant: str, command_id: UUID) -> Receipt | None:
        """What became of an earlier command."""

    def receipts(self, tenant: str, command_ids: Collection[UUID]) -> Mapping[UUID, Receipt]:
        """The receipts of several commands at once; unknown ids are left out."""

    def read(self, tenant: str, after: int, limit: int) -> Sequence[Recorded]:
        """Up to `limit` events with position > `after`, in order."""

    def read_streams(self, tenant: str, after: Mapping[str, int]) -> Sequence[Recorded]:
        """The events of each named stream above the given version, in position order, in one round trip."""

    def read_streams_of_all(self, asked: Sequence[Wanted]) -> Sequence[Sequence[Recorded]]:
        """The same for several at once, of any tenants, in one round trip."""

    def read_cases(self, tenant: str, case_ids: Collection[str]) -> Sequence[Recorded]:
        """All events of one case, or of several that belong together, in position order, in one round trip."""

    def head(self, tenant: str) -> int:
        """The last position of the tenant, 0 when there is none."""

    def tenants(self) -> Sequence[str]:
        """The tenants that have events, sorted."""

    def position(self, tenant: str, follower: str) -> int:
        """How far a follower has come, 0 at the beginning."""

    def move(self, tenant: str, tracking: Tracking) -> None:
        """Store a follower's position alone; a lower or equal one raises IntegrityError."""

    def forget(self, tenant: str, follower: str) -> None:
        """Set a follower back to the beginning, for a rebuild."""
