"""Acknowledgements, several messages at a time.

Each one is an entry in its quorum queue's log on disk. One that is late costs nothing: what was not acknowledged when a
process ended is delivered again, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import structlog
from kombu import Message

WITHIN = 0.05
MOST = 50  # half of what the broker sends ahead, so that it never waits for us
_log = structlog.get_logger(__name__)


class Acknowledging:
    """What is in hand of one channel, in the order it came. later: calls something after some seconds."""

    def __init__(self, later: Callable[[float, Callable[[], None]], Any]) -> None:
        self._later = later
        self._channel: Any = None
        self._is_done: dict[int, bool] = {}
        self._done = 0
        self._is_due = False

    def taken(self, message: Message) -> None:
        """A message has come; the first of a new connection makes those of the one before the broker's again."""
        if message.channel is not self._channel:
            self._channel, self._is_done, self._done = message.channel, {}, 0
        self._is_done[message.delivery_tag] = False

    def given_back(self, message: Message) -> None:
        """It has been rejected."""
        if message.channel is self._channel:
            self._is_done.pop(message.delivery_tag, None)

    def done(self, message: Message) -> None:
        """It has had its effect, and is acknowledged soon."""
        if message.channel is not self._channel:
            return
        self._is_done[message.delivery_tag] = True
        self._done += 1
        if self._done >= MOST:
            self.flush()
        elif not self._is_due:
            self._is_due = True
            self._later(WITHIN, self.flush)

    def flush(self) -> None:
        """Acknowledge everything that is done: with one word up to the first message that is not, then one by one."""
        self._is_due, self._done = False, 0
        done = [tag for tag, is_done in self._is_done.items() if is_done]
        if not done:
            return
        in_hand = next((tag for tag, is_done in self._is_done.items() if not is_done), done[-1] + 1)
        together = [tag for tag in done if tag < in_hand]
        try:
            if together:
                self._channel.basic_ack(together[-1], multiple=True)
            for tag in done[len(together) :]:
                self._channel.basic_ack(tag)
        except Exception as error:  # noqa: BLE001  # the connection is gone: they come again, and change nothing
            _log.info("not_acknowledged", error=type(error).__name__)
        for tag in done:
            del self._is_done[tag]
