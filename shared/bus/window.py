"""Publishing with confirms in a sliding window: many messages are under way, and each one is accounted for."""

from __future__ import annotations

import socket
from typing import Any, ClassVar

import structlog
from kombu import Connection
from kombu.transport import pyamqp

from shared.bus.bus import NotDelivered
from shared.bus.topology import exchange, routing_key
from shared.bus.wire import headers_of
from shared.contracts.envelope import Envelope

PERSISTENT = 2
# While it is set, what is written leaves in full packets: a page of contracts in a few, not in one each. Linux has it.
GATHER = getattr(socket, "TCP_CORK", None)
_log = structlog.get_logger(__name__)


class _Connection(pyamqp.Connection):  # type: ignore[misc]  # kombu has no types
    """A connection that is not told when the broker is short of memory.

    Whoever is told must look for that word before each message. We notice by the confirms that stay away.
    """

    negotiate_capabilities: ClassVar = {**pyamqp.Connection.negotiate_capabilities, "connection.blocked": False}


class Transport(pyamqp.Transport):  # type: ignore[misc]  # kombu has no types
    """How a connection for a window is made."""

    Connection = _Connection


class Window:
    """One channel in confirm mode. size: most messages without a confirm; patience: seconds to wait for the next one.

    After an exception the window is of no more use, nor is its connection.
    """

    def __init__(self, connection: Connection, *, partitions: int, size: int, patience: float) -> None:
        self._connection = connection
        self._partitions = partitions
        self._size = size
        self._patience = patience
        channel = connection.channel()
        channel.confirm_select()
        channel.events["basic_ack"].add(self._confirmed)
        channel.events["basic_nack"].add(self._refused)
        channel.events["basic_return"].add(self._returned)
        self._channel = channel
        self._socket: socket.socket = channel.connection.sock
        self._gathers = False
        self._tag = 0
        self._open: set[int] = set()
        self._nobody_listens = 0
        self._known: set[str] = set()

    def send(self, envelope: Envelope) -> None:
        """Put one under way, waiting while too many are."""
        if envelope.service not in self._known:
            self._gather(False)
            exchange(envelope.service)(self._channel).declare()
            self._known.add(envelope.service)
        while len(self._open) >= self._size:
            self._wait()
        self._gather(True)
        self._tag += 1
        self._open.add(self._tag)
        headers = headers_of(envelope)
        # Straight to the channel: kombu's producer would find out for each message what is the same for all.
        message = self._channel.prepare_message(
            envelope.data,
            content_type="application/json",
            content_encoding="binary",
            headers=headers,
            properties={"message_id": headers["ce-id"], "delivery_mode": PERSISTENT},
        )
        key = routing_key(envelope, self._partitions)
        self._channel.basic_publish(message, exchange=f"{envelope.service}.events", routing_key=key, mandatory=True)

    def settle(self) -> None:
        """Wait until the broker has confirmed everything."""
        while self._open:
            self._wait()
        if self._nobody_listens:
            # Whoever subscribes later begins with the log, so this is worth a word and no more.
            _log.warning("contracts_unheard", count=self._nobody_listens)
            self._nobody_listens = 0

    def _gather(self, yes: bool) -> None:
        if GATHER is not None and yes != self._gathers:
            self._socket.setsockopt(socket.IPPROTO_TCP, GATHER, int(yes))
            self._gathers = yes

    def _wait(self) -> None:
        self._gather(False)
        try:
            self._connection.drain_events(timeout=self._patience)
        except TimeoutError:
            raise NotDelivered("no confirm in time") from None

    def _confirmed(self, tag: int, multiple: bool) -> None:
        if multiple:
            self._open = {one for one in self._open if one > tag}
        else:
            self._open.discard(tag)

    def _refused(self, _tag: int, _multiple: bool) -> None:
        raise NotDelivered("refused by the broker")

    def _returned(self, *_: Any) -> None:
        self._nobody_listens += 1
