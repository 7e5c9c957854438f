"""The signal that wakes followers, and how far the logs had come when it was given."""

from __future__ import annotations

import threading
from collections.abc import Mapping


class Wake:
    """A signal many can wait for, each hearing every one: a lost one costs a poll interval, never an event."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._count = 0
        self._heads: dict[str, int] = {}

    @property
    def count(self) -> int:
        """How often it was set."""
        return self._count

    def set(self) -> None:
        """Something is to be done."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def appended(self, tenant: str, position: int) -> None:
        """A tenant's log has come to a position."""
        with self._changed:
            self._heads[tenant] = max(position, self._heads.get(tenant, 0))
        self.set()

    def heads(self) -> Mapping[str, int]:
        """How far each tenant's log has come, as far as was told."""
        with self._changed:
            return dict(self._heads)

    def wait(self, seen: int, timeout: float) -> int:
        """Wait until it was set more often than `seen`, at most `timeout` seconds; gives the count."""
        with self._changed:
            if self._count == seen:
                self._changed.wait(timeout)
            return self._count
