"""Calls made at the same time, done together: one caller leads and does the work of all that wait."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeAlias, TypeVar

from eventsourcing.persistence import OperationalError

Q = TypeVar("Q")
A = TypeVar("A")


class _Waiting(Generic[Q, A]):
    """One caller, until the outcome of what it asked is known or it is its turn to lead a group."""

    __slots__ = ("asked", "group", "outcome", "woken")

    def __init__(self, asked: Q) -> None:
        self.asked = asked
        self.group: list[_Waiting[Q, A]] | None = None
        self.outcome: A | Exception | None = None
        # A bare lock, held until the caller may go on: an Event would cost more than the rest of the grouping.
        self.woken = threading.Lock()
        self.woken.acquire()


_Group: TypeAlias = list[_Waiting[Q, A]]


class Groups(Generic[Q, A]):
    """A caller for whom there is room leads a group at once, so being alone costs nothing. Those that arrive meanwhile
    form the next group, led by the first of them.

    done: does what several have asked and gives each its outcome, in their order. largest: of a group.
    at_once: groups that may be under way; apart: what no two of them may have in common.
    """

    def __init__(
        self,
        done: Callable[[Sequence[Q]], Sequence[A | Exception]],
        *,
        apart: Callable[[Q], Hashable] = id,
        at_once: int = 1,
        largest: int = 64,
    ) -> None:
        self._done = done
        self._apart = apart
        self._at_once = at_once
        self._largest = largest
        self._lock = threading.Lock()
        self._queue: _Group[Q, A] = []
        self._under_way: dict[Hashable, _Group[Q, A]] = {}
        self._led = 0

    @property
    def waiting(self) -> int:
        """How many are in no group yet."""
        return len(self._queue)

    def join(self, asked: Q) -> A:
        """The outcome, when the group is done; raises it if it is an error."""
        waiting = _Waiting[Q, A](asked)
        if not self._queued(waiting):
            self._await_turn(waiting)
        if waiting.group is not None and waiting.outcome is None:
            self._lead(waiting.group)
        if isinstance(waiting.outcome, Exception):
            raise waiting.outcome
        if waiting.outcome is None:
            raise OperationalError("interrupted; the outcome is unknown")
        return waiting.outcome

    def _queued(self, waiting: _Waiting[Q, A]) -> bool:
        """Queue up; true if a group may be led at once."""
        with self._lock:
            self._queue.append(waiting)
            return self._appoint() is waiting

    def _appoint(self) -> _Waiting[Q, A] | None:
        """Give the first who can go a group to lead; called under the lock."""
        if self._led == self._at_once or not (group := self._filled([])):
            return None
        self._led += 1
        group[0].group = group
        return group[0]

    def _filled(self, group: _Group[Q, A]) -> _Group[Q, A]:
        """The group with those from the queue that have nothing in common with another; called under the lock."""
        left: _Group[Q, A] = []
        for waiting in self._queue:
            if len(group) < self._largest and self._under_way.setdefault(self._apart(waiting.asked), group) is group:
                group.append(waiting)
            else:
                left.append(waiting)
        self._queue = left
        return group

    def _await_turn(self, waiting: _Waiting[Q, A]) -> None:
        try:
            waiting.woken.acquire()
        except BaseException:
            self._leave(waiting)
            raise

    def _leave(self, waiting: _Waiting[Q, A]) -> None:
        """A caller that is interrupted (a killed green thread) takes nobody down with it."""
        with self._lock:
            if waiting in self._queue:
                self._queue.remove(waiting)
            group, waiting.group = waiting.group, None
        if group is not None:
            self._lead_instead(group, waiting)

    def _lead_instead(self, group: _Group[Q, A], gone: _Waiting[Q, A]) -> None:
        group.remove(gone)
        if not group:
            return self._hand_over(group)
        group[0].group = group
        group[0].woken.release()
        return None

    def _lead(self, group: _Group[Q, A]) -> None:
        with self._lock:
            self._filled(group)
        leader = group[0]
        try:
            for waiting, outcome in zip(group, self._done([each.asked for each in group]), strict=True):
                waiting.outcome = outcome
        finally:
            for waiting in group:
                if waiting is not leader:
                    waiting.woken.release()
            self._hand_over(group)

    def _hand_over(self, group: _Group[Q, A]) -> None:
        with self._lock:
            for key in [key for key, its in self._under_way.items() if its is group]:
                del self._under_way[key]
            self._led -= 1
            leader = self._appoint()
        if leader is not None:
            leader.woken.release()
