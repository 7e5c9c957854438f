"""A pool of database connections for threads and green threads alike: nothing in it blocks below Python."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Generic, Protocol, TypeVar

from eventsourcing.persistence import InterfaceError, OperationalError


class Closable(Protocol):
    """What the pool itself asks of a connection."""

    def close(self) -> None:
        """Give up the connection."""


C = TypeVar("C", bound=Closable)


class Pool(Generic[C]):
    """At most `size` connections, made when first needed, the last one returned reused first.

    connect: makes a connection. healthy: whether a connection that saw an error may be used again.
    """

    def __init__(
        self, connect: Callable[[], C], healthy: Callable[[C], bool], *, size: int, wait_seconds: float = 30.0
    ) -> None:
        self._connect = connect
        self._healthy = healthy
        self._size = size
        self._wait_seconds = wait_seconds
        self._idle: list[C] = []
        self._in_use = 0
        self._closed = False
        self._changed = threading.Condition()

    @contextmanager
    def connection(self) -> Iterator[C]:
        """Lend a connection. Raises OperationalError when none becomes free in time, InterfaceError once closed."""
        conn = self._take()
        try:
            yield conn
        except BaseException:
            self._give_after_error(conn)
            raise
        self._give(conn)

    def close(self) -> None:
        """Close idle connections now and lent ones when they come back."""
        with self._changed:
            self._closed = True
            idle, self._idle = self._idle, []
            self._changed.notify_all()
        for conn in idle:
            conn.close()

    def _take(self) -> C:
        idle = self._reserve()
        if idle is not None:
            return idle
        try:
            return self._connect()
        except BaseException:
            self._give(None)
            raise

    def _reserve(self) -> C | None:
        """Count one more in use: an idle connection, or None for one still to be made."""
        deadline = monotonic() + self._wait_seconds
        with self._changed:
            while not self._closed and self._in_use >= self._size:
                if not self._changed.wait(max(0.0, deadline - monotonic())) and self._in_use >= self._size:
                    raise OperationalError("no database connection became free in time")
            if self._closed:
                raise InterfaceError("the store is closed")
            self._in_use += 1
            return self._idle.pop() if self._idle else None

    def _give(self, conn: C | None) -> None:
        with self._changed:
            self._in_use -= 1
            if conn is not None and not self._closed:
                self._idle.append(conn)
                conn = None
            self._changed.notify()
        if conn is not None:
            conn.close()

    def _give_after_error(self, conn: C) -> None:
        """Close a broken connection and the idle ones with it: what broke one (a restart) has broken them all."""
        if self._healthy(conn):
            return self._give(conn)
        with self._changed:
            idle, self._idle = self._idle, []
        for each in (conn, *idle):
            each.close()
        self._give(None)
        return None
