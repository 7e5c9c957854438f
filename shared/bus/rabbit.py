"""The bus between processes, on RabbitMQ."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress

from kombu import Connection

from shared.bus.bus import NotDelivered, Receive
from shared.bus.listener import Listener
from shared.bus.topology import PARTITIONS
from shared.bus.window import Transport, Window
from shared.contracts.envelope import Envelope


class RabbitBus:
    """Publishes over one connection and listens over one per subscription.

    partitions: the same in every process of the platform. window: messages under way without a confirm.
    patience: seconds to wait for a confirm.
    """

    def __init__(self, url: str, *, partitions: int = PARTITIONS, window: int = 1000, patience: float = 10.0) -> None:
        self._url = url
        self._partitions = partitions
        self._size = window
        self._patience = patience
        self._publishing = threading.Lock()
        self._connection: Connection | None = None
        self._window: Window | None = None
        self._listeners: list[Listener] = []
        self._running = False

    def publish(self, envelopes: Sequence[Envelope]) -> None:
        """See Bus."""
        with self._publishing:
            try:
                window = self._opened()
                for envelope in envelopes:
                    window.send(envelope)
                window.settle()
            except BaseException as error:
                self._drop()  # what was under way is not known: also after an interrupt the next one begins afresh
                if not isinstance(error, Exception):
                    raise
                raise NotDelivered(type(error).__name__) from error

    def subscribe(self, consumer: str, publisher: str, receive: Receive) -> None:
        """See Bus."""
        listener = Listener(self._url, consumer, publisher, receive, self._partitions)
        self._listeners.append(listener)
        if self._running:
            listener.start()

    def start(self) -> None:
        """See Bus."""
        self._running = True
        for listener in self._listeners:
            listener.start()

    def stop(self) -> None:
        """See Bus. A stopped bus may still publish, but no longer listens."""
        self._running = False
        for listener in self._listeners:
            listener.stop()
        self._listeners.clear()
        with self._publishing:
            self._drop()

    def _opened(self) -> Window:
        if self._window is None:
            # Without confirm_publish kombu does not wait for each confirm; the window counts them itself.
            options = {"confirm_publish": False}
            self._connection = Connection(self._url, transport=Transport, transport_options=options, connect_timeout=5)
            self._connection.connect()
            self._window = Window(
                self._connection, partitions=self._partitions, size=self._size, patience=self._patience
            )
        return self._window

    def _drop(self) -> None:
        connection, self._connection, self._window = self._connection, None, None
        if connection is not None:
            with suppress(Exception):  # it may be broken already
                connection.collect(socket_timeout=1)
