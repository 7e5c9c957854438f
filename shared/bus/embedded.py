"""The bus inside one process: what it carries becomes bytes and back, as it would between processes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from queue import Empty, Full, Queue

import structlog

from shared.bus.bus import NotDelivered, Receive
from shared.bus.wire import from_bytes, to_bytes
from shared.contracts.envelope import Envelope

_log = structlog.get_logger(__name__)
LONGEST_PAUSE = 2.0


class Lane:
    """One subscriber's line: first in, first out, a failing message holds up those behind it."""

    def __init__(self, consumer: str, publisher: str, receive: Receive, capacity: int) -> None:
        self.name = f"{consumer} hears {publisher}"
        self.publisher = publisher
        self._receive = receive
        self._waiting: Queue[bytes] = Queue(capacity)
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def put(self, message: bytes) -> None:
        """Queue one; waits while the line is full, so that a slow subscriber slows its publisher and not the memory."""
        while not self._stopping.is_set():
            try:
                return self._waiting.put(message, timeout=0.1)
            except Full:
                continue
        raise NotDelivered(self.name)

    @property
    def pending(self) -> int:
        """Messages not yet received, the one in hand included."""
        return self._waiting.unfinished_tasks

    def start(self) -> None:
        """Deliver in a thread."""
        self._stopping.clear()
        self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Finish the message in hand."""
        self._stopping.set()
        if self._thread:
            self._thread.join(10)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                message = self._waiting.get(timeout=0.1)
            except Empty:
                continue
            self._deliver(message)
            self._waiting.task_done()

    def _deliver(self, message: bytes) -> None:
        pause = 0.05
        while not self._stopping.is_set():
            try:
                self._receive(from_bytes(message))
                return
            except Exception as error:  # noqa: BLE001  # it is given again
                _log.warning("contract_not_received", lane=self.name, error=type(error).__name__)
                self._stopping.wait(pause)
                pause = min(LONGEST_PAUSE, pause * 2)


class EmbeddedBus:
    """Carries contracts between the services of one process.

    It forgets what is waiting when the process ends: subscribers catch up from the publishers' logs when they start.
    repeat: says of which envelopes a second copy is delivered, as a real network would at times.
    """

    def __init__(self, *, repeat: Callable[[Envelope], bool] = lambda _envelope: False, capacity: int = 10_000) -> None:
        self._repeat = repeat
        self._capacity = capacity
        self._lanes: list[Lane] = []
        self._running = False

    def publish(self, envelopes: Sequence[Envelope]) -> None:
        """See Bus."""
        for envelope in envelopes:
            message = to_bytes(envelope)
            copies = 2 if self._repeat(envelope) else 1
            for lane in [lane for lane in self._lanes if lane.publisher == envelope.service]:
                for _ in range(copies):
                    lane.put(message)

    def subscribe(self, consumer: str, publisher: str, receive: Receive) -> None:
        """See Bus."""
        lane = Lane(consumer, publisher, receive, self._capacity)
        self._lanes.append(lane)
        if self._running:
            lane.start()

    def start(self) -> None:
        """See Bus."""
        self._running = True
        for lane in self._lanes:
            lane.start()

    def stop(self) -> None:
        """See Bus."""
        self._running = False
        for lane in self._lanes:
            lane.stop()

    def pending(self) -> int:
        """Deliveries not yet completed."""
        return sum(lane.pending for lane in self._lanes)
