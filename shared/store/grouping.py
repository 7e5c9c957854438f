"""Group append: concurrent appends of one process share a transaction, and so a flush, each with its own outcome; and
concurrent readings share a question."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar
from uuid import UUID

from eventsourcing.persistence import InterfaceError, OperationalError, Tracking
from opentelemetry import metrics

from shared.store.groups import Groups
from shared.store.log import Append, EventLog, Receipt, Recorded, Wanted

Q = TypeVar("Q")
A = TypeVar("A")

GROUPS = 2

SIZES = metrics.get_meter("sanad").create_histogram(
    "sanad.append.group.size",
    description="Appends that shared one transaction.",
    explicit_bucket_boundaries_advisory=(1, 2, 4, 8, 16, 32, 64),
)


class GroupingLog:
    """An EventLog over another.

    Two groups of appends may be under way, of different tenants: while the database works on one, this process makes
    the other. A tenant's appends are never in both, or the second would wait for the first with all its callers.
    When the connection breaks, every caller of the group gets OperationalError: the outcome is unknown, and the same
    command id may safely be sent again.
    """

    def __init__(self, log: EventLog, groups: int = GROUPS) -> None:
        self._log = log
        self.appends = Groups(self._stored, apart=attrgetter("tenant"), at_once=groups)
        self.readings = Groups(self._read)

    def append(self, append: Append) -> Receipt:
        """Store durably, together with whatever else is waiting."""
        return self.appends.join(append)

    def read_streams(self, tenant: str, after: Mapping[str, int]) -> Sequence[Recorded]:
        """As the log beneath, together with whoever else reads streams: each sees what was stored when it asked."""
        return self.readings.join((tenant, after))

    def _stored(self, appends: Sequence[Append]) -> Sequence[Receipt | Exception]:
        SIZES.record(len(appends))
        try:
            return self._log.append_all(appends)
        except (OperationalError, InterfaceError) as error:
            return [OperationalError(f"the append's outcome is unknown: {error}") for _ in appends]
        except Exception:  # noqa: BLE001 (an error nobody in the group owns: each caller gets its own)
            return _each_alone(self._log.append, appends)

    def _read(self, asked: Sequence[Wanted]) -> Sequence[Sequence[Recorded] | Exception]:
        if len(asked) > 1:
            try:
                return self._log.read_streams_of_all(asked)
            except Exception:  # noqa: BLE001 (as above)
                pass
        return _each_alone(lambda wanted: self._log.read_streams(*wanted), asked)

    def append_all(self, appends: Sequence[Append]) -> Sequence[Receipt | Exception]:
        """Several at once are a group already."""
        return self._log.append_all(appends)

    def receipt(self, tenant: str, command_id: UUID) -> Receipt | None:
        """As the log beneath."""
        return self._log.receipt(tenant, command_id)

    def receipts(self, tenant: str, command_ids: Collection[UUID]) -> Mapping[UUID, Receipt]:
        """As the log beneath."""
        return self._log.receipts(tenant, command_ids)

    def read(self, tenant: str, after: int, limit: int) -> Sequence[Recorded]:
        """As the log beneath."""
        return self._log.read(tenant, after, limit)

    def read_streams_of_all(self, asked: Sequence[Wanted]) -> Sequence[Sequence[Recorded]]:
        """Several at once are a group already."""
        return self._log.read_streams_of_all(asked)

    def read_cases(self, tenant: str, case_ids: Collection[str]) -> Sequence[Recorded]:
        """As the log beneath."""
        return self._log.read_cases(tenant, case_ids)

    def head(self, tenant: str) -> int:
        """As the log beneath."""
        return self._log.head(tenant)

    def tenants(self) -> Sequence[str]:
        """As the log beneath."""
        return self._log.tenants()

    def position(self, tenant: str, follower: str) -> int:
        """As the log beneath."""
        return self._log.position(tenant, follower)

    def move(self, tenant: str, tracking: Tracking) -> None:
        """As the log beneath."""
        self._log.move(tenant, tracking)

    def forget(self, tenant: str, follower: str) -> None:
        """As the log beneath."""
        self._log.forget(tenant, follower)


def _each_alone(call: Callable[[Q], A], asked: Sequence[Q]) -> list[A | Exception]:
    """Each by itself, so that only the culprit fails."""
    return [_outcome(call, each) for each in asked]


def _outcome(call: Callable[[Q], A], asked: Q) -> A | Exception:
    try:
        return call(asked)
    except Exception as error:  # noqa: BLE001 (raised again in the caller's thread)
        return error
