"""The other end of the bell: calls somebody whenever another process has appended."""

from __future__ import annotations

import select
import threading
from collections.abc import Callable
from contextlib import suppress

import psycopg2
import structlog

from shared.store.bell import CHANNEL, PAUSE, connected

LOOK_UP = 5.0
_log = structlog.get_logger(__name__)
Heard = Callable[[str, int], None]


class Listening:
    """Calls `heard` (tenant, position) for each ring, from a thread or green thread; connects again when it must."""

    def __init__(self, dsn: str, heard: Heard) -> None:
        self._dsn = dsn
        self._heard = heard
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="hear the bell", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Listen no more; the thread ends at its next look."""
        self._stopping.set()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._listen()
            except (psycopg2.Error, OSError, ValueError) as error:
                _log.info("bell_unheard", error=type(error).__name__)
                self._stopping.wait(PAUSE)

    def _listen(self) -> None:
        connection = connected(self._dsn)
        try:
            with connection.cursor() as cursor:
                cursor.execute(f"listen {CHANNEL}")
            while not self._stopping.is_set():
                select.select([connection], [], [], LOOK_UP)
                connection.poll()
                while connection.notifies:
                    position, _, tenant = connection.notifies.pop(0).payload.partition(" ")
                    self._heard(tenant, int(position))
        finally:
            with suppress(psycopg2.Error):
                connection.close()
