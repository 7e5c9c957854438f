"""nameko extensions with the guarantees contracts need: order, and no acknowledgement before the effect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeAlias

import eventlet
from kombu import Message
from nameko.amqp.consume import Consumer as BrokerConsumer
from nameko.extensions import DependencyProvider
from nameko.messaging import Consumer as ConsumerEntrypoint

from shared.bus.acknowledging import Acknowledging
from shared.bus.incoming import incoming
from shared.bus.lane import Lane
from shared.bus.mending import cut_off_by, mend
from shared.bus.parts import WorkerParts
from shared.bus.topology import dead_letters, queues
from shared.contracts.envelope import Envelope

PREFETCH = 100
Delivery: TypeAlias = tuple[Message, Envelope]


class ContractReader(BrokerConsumer):  # type: ignore[misc]  # nameko has no types
    """Reads all partitions over one connection, bodies as they are."""

    def __init__(self, *args: Any, dead: Any, connected: Callable[[], None], **options: Any) -> None:
        super().__init__(*args, **options)
        self._dead = dead
        self._connected = connected

    def get_consumers(self, consumer_cls: Any, channel: Any) -> list[Any]:
        """Called at each connection."""
        self._dead(channel).declare()
        on_message = partial(self.on_message, None)
        return [consumer_cls(queues=self.queues, on_message=on_message, prefetch_count=self.prefetch_count)]

    def on_consume_ready(self, connection: Any, channel: Any, consumers: Any, **kwargs: Any) -> None:
        """Called when messages may come."""
        super().on_consume_ready(connection, channel, consumers, **kwargs)
        self._connected()

    def consume(self, *args: Any, **options: Any) -> Iterator[None]:
        """Called by kombu for as long as the connection holds; a queue that the broker has lost is made anew."""
        try:
            yield from super().consume(*args, **options)
        except Exception as error:
            if cut_off_by(error):
                mend(self.amqp_uri, self.queues)
            raise


class Contracts(ConsumerEntrypoint):  # type: ignore[misc]  # nameko has no types
    """Hands a service method the contracts of one publisher, those of a tenant in order.

    nameko acknowledges a message whose handler raised, and starts handlers side by side. Here a message that failed is
    handled again after a pause, those behind it wait, and only success is acknowledged.
    """

    def __init__(self, parts: WorkerParts, publisher: str) -> None:
        super().__init__(queue=None)
        self._parts = parts
        self._publisher = publisher
        self._lanes: dict[str, Lane[Delivery]] = {}
        self._acknowledging = Acknowledging(eventlet.spawn_after)

    def setup(self) -> None:
        """Called by nameko before `start`."""
        self.consumer = ContractReader(
            self.amqp_uri,
            queues=queues(self._parts.service, self._publisher, self._parts.partitions),
            callbacks=[self.handle_message],
            prefetch_count=PREFETCH,
            heartbeat=60,
            dead=dead_letters(self._parts.service),
            connected=self._catch_up,
        )

    def start(self) -> None:
        """Called by nameko. Does not wait for the broker: the other parts of the process can do without it."""
        self.container.spawn_managed_thread(self.consumer.run)

    def stop(self) -> None:
        """Called by nameko: finish what is in hand, while its acknowledgement can still be sent."""
        for lane in self._lanes.values():
            lane.stop()
        self._acknowledging.flush()
        self.consumer.stop()

    def handle_message(self, body: Any, message: Message) -> None:
        """Called for each message."""
        self._acknowledging.taken(message)
        envelope = incoming(message)
        if envelope is None:
            self._acknowledging.given_back(message)
            return
        lane = self._lane(message.delivery_info["routing_key"].partition(".")[0])
        # What leads to nothing is taken on the spot, without a green thread and what nameko has around a worker.
        if lane.is_empty and self._parts.consumer.passes(envelope):
            self._acknowledging.done(message)
        else:
            lane.put((message, envelope))

    def handle_message_processed(self, message: Message, result: Any = None, exc_info: Any = None) -> None:
        """Acknowledge success; a failed message stays with us, to be handled again."""
        if exc_info is None:
            self._acknowledging.done(message)

    def _lane(self, partition: str) -> Lane[Delivery]:
        if partition not in self._lanes:
            lane = self._lanes[partition] = Lane(self._begin, _is_ours)
            self.container.spawn_managed_thread(lane.run, identifier=f"lane {partition}")
        return self._lanes[partition]

    def _begin(self, delivery: Delivery, settled: Callable[[bool], None]) -> None:
        message, envelope = delivery

        def done(worker: Any, result: Any, exc_info: Any) -> Any:
            outcome = self.handle_result(message, worker, result, exc_info)
            settled(exc_info is None)
            return outcome

        if self._parts.consumer.passes(envelope):
            self._acknowledging.done(message)
            settled(True)
        else:
            self.container.spawn_worker(self, (envelope,), {}, handle_result=done)

    def _catch_up(self) -> None:
        self.container.spawn_managed_thread(self._parts.consumer.catch_up, identifier="catch up")


def _is_ours(delivery: Delivery) -> bool:
    """After a lost connection the broker gives all its messages again, in order, over the new one."""
    message, _ = delivery
    return bool(message.channel.connection)


class Followers(DependencyProvider):  # type: ignore[misc]  # nameko has no types
    """The service's followers as threads of the container."""

    def __init__(self, parts: WorkerParts) -> None:
        self._parts = parts
        self._threads: list[Any] = []

    def start(self) -> None:
        """Called by nameko."""
        self._threads = [self.container.spawn_managed_thread(loop, "follower") for loop in self._parts.runner.loops()]

    def stop(self) -> None:
        """Called by nameko: each finishes its page."""
        self._parts.runner.stop()
        for thread in self._threads:
            thread.wait()
