"""What a follower is, and the signal that wakes it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Protocol

from shared.store.log import Recorded


class Follower(Protocol):
    """Reads a log in order and has an effect elsewhere.

    Effect and new position are stored together; or the effect is harmless to repeat, and the position moves after it.
    """

    @property
    def name(self) -> str:
        """Unique within the service, e.g. `view:cases`."""

    def position(self, tenant: str) -> int:
        """The last position that has taken effect, read from where it is stored."""

    def apply(self, tenant: str, page: Sequence[Recorded]) -> None:
        """Apply a page that begins right after the stored position, and store the position of its last event."""


class Wake:
    """A signal many can wait for, each hearing every one: a lost one costs a poll interval, never an event."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._count = 0

    @property
    def count(self) -> int:
        """How often it was set."""
        return self._count

    def set(self) -> None:
        """Something was appended."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def wait(self, seen: int, timeout: float) -> int:
        """Wait until it was set more often than `seen`, at most `timeout` seconds; gives the count."""
        with self._changed:
            if self._count == seen:
                self._changed.wait(timeout)
            return self._count
