"""Group append: concurrent appends of one process share a transaction, and so a flush, each with its own outcome."""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias
from uuid import UUID

from eventsourcing.persistence import InterfaceError, OperationalError, Tracking
from opentelemetry import metrics

from shared.store.log import Append, EventLog, Receipt, Recorded

LARGEST_GROUP = 64
GROUPS = 2

SIZES = metrics.get_meter("sanad").create_histogram(
    "sanad.append.group.size",
    description="Appends that shared one transaction.",
    explicit_bucket_boundaries_advisory=(1, 2, 4, 8, 16, 32, 64),
)


class _Waiting:
    """One caller's append, until its outcome is known or it is the caller's turn to lead a group."""

    __slots__ = ("append", "group", "outcome", "woken")

    def __init__(self, append: Append) -> None:
        self.append = append
        self.group: _Group | None = None
        self.outcome: Receipt | Exception | None = None
        # A bare lock, held until the caller may go on: an Event would cost more than the rest of the grouping.
        self.woken = threading.Lock()
        self.woken.acquire()


_Group: TypeAlias = list[_Waiting]


class GroupingLog:
    """An EventLog over another. A caller whose tenant is in no group under way leads one at once, so being alone costs
    nothing. Those that arrive meanwhile form the next group, led by the first of them.

    Two groups may be under way, of different tenants: while the database works on one, this process makes the other.
    A tenant's appends are never in both, or the second would wait for the first with all its callers.
    When the connection breaks, every caller of the group gets OperationalError: the outcome is unknown, and the same
    command id may safely be sent again.
    """

    def __init__(self, log: EventLog, groups: int = GROUPS) -> None:
        self._log = log
        self._groups = groups
        self._lock = threading.Lock()
        self._queue: list[_Waiting] = []
        self._under_way: dict[str, _Group] = {}
        self._led = 0

    def append(self, append: Append) -> Receipt:
        """Store durably, together with whatever else is waiting."""
        waiting = _Waiting(append)
        if not self._join(waiting):
            self._await_turn(waiting)
        if waiting.group is not None and waiting.outcome is None:
            self._lead(waiting.group)
        if isinstance(waiting.outcome, Receipt):
            return waiting.outcome
        raise waiting.outcome or OperationalError("the append was interrupted; its outcome is unknown")

    def _join(self, waiting: _Waiting) -> bool:
        """Queue up; true if a group may be led at once."""
        with self._lock:
            self._queue.append(waiting)
            return self._appoint() is waiting

    def _appoint(self) -> _Waiting | None:
        """Give the first who can go a group to lead; called under the lock."""
        if self._led == self._groups or not (group := self._filled([])):
            return None
        self._led += 1
        group[0].group = group
        return group[0]

    def _filled(self, group: _Group) -> _Group:
        """The group with those from the queue whose tenants are in no other; called under the lock."""
        left: list[_Waiting] = []
        for waiting in self._queue:
            if len(group) < LARGEST_GROUP and self._under_way.setdefault(waiting.append.tenant, group) is group:
                group.append(waiting)
            else:
                left.append(waiting)
        self._queue = left
        return group

    def _await_turn(self, waiting: _Waiting) -> None:
        try:
            waiting.woken.acquire()
        except BaseException:
            self._leave(waiting)
            raise

    def _leave(self, waiting: _Waiting) -> None:
        """A caller that is interrupted (a killed green thread) takes nobody down with it."""
        with self._lock:
            if waiting in self._queue:
                self._queue.remove(waiting)
            group, waiting.group = waiting.group, None
        if group is not None:
            self._lead_instead(group, waiting)

    def _lead_instead(self, group: _Group, gone: _Waiting) -> None:
        group.remove(gone)
        if not group:
            return self._hand_over(group)
        group[0].group = group
        group[0].woken.release()
        return None

    def _lead(self, group: _Group) -> None:
        with self._lock:
            self._filled(group)
        SIZES.record(len(group))
        leader = group[0]
        try:
            for waiting, outcome in zip(group, self._outcomes([each.append for each in group]), strict=True):
                waiting.outcome = outcome
        finally:
            for waiting in group:
                if waiting is not leader:
                    waiting.woken.release()
            self._hand_over(group)

    def _hand_over(self, group: _Group) -> None:
        with self._lock:
            for tenant in [tenant for tenant, its in self._under_way.items() if its is group]:
                del self._under_way[tenant]
            self._led -= 1
            leader = self._appoint()
        if leader is not None:
            leader.woken.release()

    def _outcomes(self, appends: Sequence[Append]) -> Sequence[Receipt | Exception]:
        try:
            return self._log.append_all(appends)
        except (OperationalError, InterfaceError) as error:
            return [OperationalError(f"the append's outcome is unknown: {error}") for _ in appends]
        except Exception:  # noqa: BLE001 (an error nobody in the group owns: each caller gets its own)
            return [self._alone(append) for append in appends]

    def _alone(self, append: Append) -> Receipt | Exception:
        """After an error that nobody in the group owns, each is tried by itself, so that only the culprit fails."""
        try:
            return self._log.append(append)
        except Exception as error:  # noqa: BLE001 (raised again in the caller's thread)
            return error

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

    def read_streams(self, tenant: str, after: Mapping[str, int]) -> Sequence[Recorded]:
        """As the log beneath."""
        return self._log.read_streams(tenant, after)

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
