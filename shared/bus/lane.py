"""One partition's messages inside a worker process: handled one after the other, each until it has had its effect."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeAlias, TypeVar

import eventlet
from eventlet.event import Event
from eventlet.queue import LightQueue

LONGEST_PAUSE = 5.0
M = TypeVar("M")
Handle: TypeAlias = Callable[[M, Callable[[bool], None]], None]


class Lane(Generic[M]):
    """handle: (message, settled) begins to handle a message and calls `settled` with whether it succeeded; is_ours: a
    message that is no longer is left alone."""

    def __init__(self, handle: Handle[M], is_ours: Callable[[M], bool]) -> None:
        self._handle = handle
        self._is_ours = is_ours
        self._waiting = LightQueue()
        self._in_hand = 0
        self._stopping = False
        self._idle = Event()

    @property
    def is_empty(self) -> bool:
        """Whether no message is before the next one; never once it is stopping."""
        return self._in_hand == 0 and not self._stopping

    def put(self, message: M) -> None:
        """Queue one behind the others."""
        self._in_hand += 1
        self._waiting.put(message)

    def run(self) -> None:
        """Until stopped; what is still waiting then goes back to the broker with the connection."""
        while not self._stopping:
            message = self._waiting.get()
            if message is not None:
                self._until_done(message)
                self._in_hand -= 1
        self._idle.send()

    def stop(self) -> None:
        """Finish the message in hand."""
        self._stopping = True
        self._waiting.put(None)
        with eventlet.Timeout(10, exception=False):
            self._idle.wait()

    def _until_done(self, message: M) -> None:
        pause = 0.05
        while not self._stopping and self._is_ours(message):
            settled = Event()
            self._handle(message, settled.send)
            if settled.wait():
                return
            eventlet.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
