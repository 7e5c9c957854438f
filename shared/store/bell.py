"""The bell between the processes of one service: who appends rings, who follows hears, over the database they share.

PostgreSQL's NOTIFY takes a lock that all notifying transactions of a server wait for until they are on disk; inside an
append it would put all appends in one row. So it is rung after the append, on a connection of its own that does not
wait for the disk, once for all appends that came in the meantime.
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress

import psycopg2
import psycopg2.extensions
import structlog

CHANNEL = "sanad_appended"
RING = "select pg_notify(%s, entry) from unnest(%s::text[]) entry"
PAUSE = 1.0
REST = (
    0.003  # seconds after a ring: what comes meanwhile shares the next one, which costs as much as a third of an append
)
_log = structlog.get_logger(__name__)


class Bell:
    """Rings for appends of this process, from a thread. A ring that gets lost costs a poll interval, never an event."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._changed = threading.Condition()
        self._waiting: dict[str, int] = {}
        self._stopping = False
        self._connection: psycopg2.extensions.connection | None = None
        self._thread = threading.Thread(target=self._run, name="bell", daemon=True)

    def start(self) -> None:
        """Begin to ring."""
        self._thread.start()

    def stop(self) -> None:
        """Ring for what is waiting, and hang up."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        self._thread.join(PAUSE)

    def ring(self, tenant: str, position: int) -> None:
        """The tenant's log has come to a position; returns at once."""
        with self._changed:
            self._waiting[tenant] = max(position, self._waiting.get(tenant, 0))
            self._changed.notify()

    def _run(self) -> None:
        while entries := self._next():
            try:
                self._send(entries)
                time.sleep(REST)
            except psycopg2.Error as error:
                _log.info("bell_silent", error=type(error).__name__)
                self._hang_up()
                with self._changed:
                    self._changed.wait_for(lambda: self._stopping, PAUSE)
        self._hang_up()

    def _next(self) -> list[str]:
        """What to ring for; nothing once stopped."""
        with self._changed:
            self._changed.wait_for(lambda: self._stopping or self._waiting)
            entries = [f"{position} {tenant}" for tenant, position in self._waiting.items()]
            self._waiting.clear()
            return entries

    def _send(self, entries: list[str]) -> None:
        if self._connection is None:
            self._connection = connected(self._dsn)
        with self._connection.cursor() as cursor:
            cursor.execute(RING, (CHANNEL, entries))

    def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(psycopg2.Error):
                connection.close()


def connected(dsn: str) -> psycopg2.extensions.connection:
    """A connection for ringing and hearing: each statement by itself, and none waits for the disk."""
    connection = psycopg2.connect(dsn, options="-c synchronous_commit=off")
    connection.autocommit = True
    return connection
