"""When the next command is due: so many a second, whether or not the ones before have been answered."""

from __future__ import annotations

import threading
import time

LATEST = 10.0


class Pace:
    """Gives out turns to many callers. A turn that nobody could take for ten seconds is counted as skipped."""

    def __init__(self, rate: float) -> None:
        self.skipped = 0
        self._step = 1.0 / rate
        self._next = time.monotonic()
        self._lock = threading.Lock()

    def turn(self) -> float:
        """Wait for a turn; gives the moment at which it was due."""
        with self._lock:
            late = time.monotonic() - LATEST - self._next
            if late > 0:
                lost = int(late / self._step) + 1
                self.skipped += lost
                self._next += lost * self._step
            due, self._next = self._next, self._next + self._step
        time.sleep(max(0.0, due - time.monotonic()))
        return due
