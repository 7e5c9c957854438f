"""Group append: concurrent appends of one process share a transaction, and so a flush, each with its own outcome."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from eventsourcing.persistence import InterfaceError, OperationalError, Tracking

from shared.store.log import Append, EventLog, Receipt, Recorded

LARGEST_GROUP = 64


class _Waiting:
    """One caller's append, until its outcome is known or it is the caller's turn to lead."""

    __slots__ = ("append", "leads", "outcome", "woken")

    def __init__(self, append: Append) -> None:
        self.append = append
        self.leads = False
        self.outcome: Receipt | Exception | None = None
        self.woken = threading.Event()


class GroupingLog:
    """An EventLog over another. A caller that finds no group under way leads one at once, so being alone costs nothing.

    Those that arrive meanwhile form the next group, led by the first of them. When the connection breaks, every
    caller of the group gets OperationalError: the outcome is unknown, and the same command id may safely be sent again.
    """

    def __init__(self, log: EventLog) -> None:
        self._log = log
        self._lock = threading.Lock()
        self._queue: deque[_Waiting] = deque()
        self._led = False

    def append(self, append: Append) -> Receipt:
        """Store durably, together with whatever else is waiting."""
        waiting = _Waiting(append)
        if not self._join(waiting):
            self._await_turn(waiting)
        if waiting.leads:
            self._lead()
        if isinstance(waiting.outcome, Receipt):
            return waiting.outcome
        raise waiting.outcome or OperationalError("the append was interrupted; its outcome is unknown")

    def _join(self, waiting: _Waiting) -> bool:
        """Queue up; true if nobody leads, so that the caller does."""
        with self._lock:
            self._queue.append(waiting)
            waiting.leads = not self._led
            self._led = True
            return waiting.leads

    def _await_turn(self, waiting: _Waiting) -> None:
        try:
            waiting.woken.wait()
        except BaseException:
            self._leave(waiting)
            raise

    def _leave(self, waiting: _Waiting) -> None:
        """A caller that is interrupted (a killed green thread) takes nobody down with it."""
        with self._lock:
            if waiting in self._queue:
                self._queue.remove(waiting)
        if waiting.leads:
            self._hand_over()

    def _lead(self) -> None:
        with self._lock:
            group = [self._queue.popleft() for _ in range(min(LARGEST_GROUP, len(self._queue)))]
        try:
            for waiting, outcome in zip(group, self._outcomes([each.append for each in group]), strict=True):
                waiting.outcome = outcome
        finally:
            for waiting in group:
                waiting.woken.set()
            self._hand_over()

    def _hand_over(self) -> None:
        with self._lock:
            self._led = bool(self._queue)
            if self._led:
                self._queue[0].leads = True
                self._queue[0].woken.set()

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

    def read_case(self, tenant: str, case_id: str) -> Sequence[Recorded]:
        """As the log beneath."""
        return self._log.read_case(tenant, case_id)

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
