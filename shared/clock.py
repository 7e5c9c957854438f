"""Time comes in from outside: the system's clock, one that tests hold, one that several processes share."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Protocol


class Clock(Protocol):
    """Says what time it is: aware, UTC."""

    def now(self) -> datetime:
        """The present instant."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present instant."""
        return datetime.now(UTC)


class AdjustableClock:
    """A clock that starts at an instant, runs on, and can be moved forward; never backward."""

    def __init__(self, start: datetime) -> None:
        self._offset = start - datetime.now(UTC)
        self._lock = Lock()

    def now(self) -> datetime:
        """The shifted present."""
        return datetime.now(UTC) + self._offset

    def move_to(self, instant: datetime) -> None:
        """Jump forward to `instant`; an earlier one is ignored, since recorded time never runs back."""
        with self._lock:
            self._offset = max(self._offset, instant - datetime.now(UTC))


class FileClock:
    """A clock whose shift (seconds, decimal) is read from a file, so that separate processes share one moved time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = (0, 0)
        self._offset = timedelta()

    @property
    def exists(self) -> bool:
        """Whether time was ever shifted here."""
        return self._path.exists()

    def now(self) -> datetime:
        """The present, shifted by what the file says; an absent file means no shift."""
        try:
            file = os.stat(self._path)
            # The time of writing alone is not enough: two files may be written within one tick of a file system.
            if self._seen != (file.st_ino, file.st_mtime_ns):
                self._offset = timedelta(seconds=float(self._path.read_text() or 0))
                self._seen = (file.st_ino, file.st_mtime_ns)
        except FileNotFoundError:
            self._offset = timedelta()
        return datetime.now(UTC) + self._offset

    def move_to(self, instant: datetime) -> None:
        """Jump forward to `instant`; an earlier one is ignored, since recorded time never runs back."""
        if instant > self.now():
            self.begin_at(instant)

    def begin_at(self, instant: datetime) -> None:
        """Set the time before anything is recorded; replaces the file at once, so that no reader sees half of it."""
        shift = instant - datetime.now(UTC)
        fresh = self._path.with_suffix(".new")
        fresh.write_text(f"{shift.total_seconds():.6f}")
        fresh.replace(self._path)
