"""One partition's messages inside a worker process: handled one after the other, each until it has had its effect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import eventlet
from eventlet.event import Event
from eventlet.queue import LightQueue

LONGEST_PAUSE = 5.0
Handle = Callable[[Any, Callable[[bool], None]], None]


class Lane:
    """handle: (message, settled) begins to handle a message and calls `settled` with whether it succeeded."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._waiting = LightQueue()
        self._stopping = False
        self._idle = Event()

    def put(self, message: Any) -> None:
        """Queue one behind the others."""
        self._waiting.put(message)

    def run(self) -> None:
        """Until stopped; what is still waiting then goes back to the broker with the connection."""
        while not self._stopping:
            message = self._waiting.get()
            if message is not None:
                self._until_done(message)
        self._idle.send()

    def stop(self) -> None:
        """Finish the message in hand."""
        self._stopping = True
        self._waiting.put(None)
        with eventlet.Timeout(10, exception=False):
            self._idle.wait()

    def _until_done(self, message: Any) -> None:
        pause = 0.05
        # After a lost connection the broker gives all its messages again, in order, over the new one.
        while not self._stopping and message.channel.connection:
            settled = Event()
            self._handle(message, settled.send)
            if settled.wait():
                return
            eventlet.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
