"""One subscription at the broker, in a thread of its own: a message is acknowledged after it has had its effect."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import structlog
from kombu import Connection, Message, Queue
from kombu.mixins import ConsumerMixin

from shared.bus.bus import Receive
from shared.bus.incoming import incoming
from shared.bus.mending import cut_off_by, mend
from shared.bus.topology import dead_letters, queues

PREFETCH = 100
LONGEST_PAUSE = 5.0
_log = structlog.get_logger(__name__)


class Listener(ConsumerMixin):  # type: ignore[misc]  # kombu has no types
    """Reads what one consumer hears of one publisher; after a lost connection it connects again."""

    def __init__(self, url: str, consumer: str, publisher: str, receive: Receive, partitions: int) -> None:
        self.connection = Connection(url)
        self._url = url
        self.ready = threading.Event()
        self._name = f"{consumer} hears {publisher}"
        self._queues: list[Queue] = queues(consumer, publisher, partitions)
        self._dead = dead_letters(consumer)
        self._receive = receive
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self.run, name=self._name, daemon=True)

    def start(self) -> None:
        """Listen; gives up waiting for the broker after ten seconds, but not trying."""
        self._thread.start()
        self.ready.wait(10)

    def stop(self) -> None:
        """Finish the message in hand; the others go back to the queue."""
        self._stopping.set()
        self.should_stop = True
        self._thread.join(15)

    def get_consumers(self, consumer_class: Any, channel: Any) -> list[Any]:
        """Called by kombu at each connection."""
        self._dead(channel).declare()
        return [consumer_class(queues=self._queues, on_message=self._on_message, prefetch_count=PREFETCH)]

    def on_consume_ready(self, *_: Any, **__: Any) -> None:
        """Called by kombu when messages may come."""
        self.ready.set()

    def consume(self, *args: Any, **options: Any) -> Iterator[None]:
        """Called by kombu for as long as the connection holds; a queue that the broker has lost is made anew."""
        try:
            yield from super().consume(*args, **options)
        except Exception as error:
            if cut_off_by(error):
                mend(self._url, self._queues)
            raise

    def on_connection_error(self, exc: Exception, interval: float) -> None:
        """Called by kombu before it tries again."""
        _log.warning("broker_away", listener=self._name, error=type(exc).__name__, again_in=interval)

    def _on_message(self, message: Message) -> None:
        pause = 0.05
        envelope = incoming(message)
        while envelope and not self._stopping.is_set():
            try:
                self._receive(envelope)
            except Exception as error:  # noqa: BLE001  # it is given again, and those behind it wait
                _log.warning("contract_not_received", listener=self._name, error=type(error).__name__)
                self._stopping.wait(pause)
                pause = min(LONGEST_PAUSE, pause * 2)
            else:
                message.ack()
                return
