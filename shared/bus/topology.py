"""How the broker is laid out: an exchange per publisher, a queue per consumer, publisher and partition.

All of it runs on RabbitMQ 3.10 and 4.x: durable topic exchanges, quorum queues, single active consumers.
"""

from __future__ import annotations

from zlib import crc32

from kombu import Exchange, Queue

from shared.contracts.envelope import Envelope

PARTITIONS = 4
DELIVERY_LIMIT = 20


def partition(tenant: str, partitions: int = PARTITIONS) -> int:
    """Where a tenant's contracts queue: the same in every process and for ever."""
    return crc32(tenant.encode()) % partitions


def routing_key(envelope: Envelope, partitions: int = PARTITIONS) -> str:
    """`p<partition>.<tenant>.<type>`."""
    return f"p{partition(envelope.tenant, partitions)}.{envelope.tenant}.{envelope.type}"


def exchange(service: str) -> Exchange:
    """Where a service says what it says in public."""
    return Exchange(f"{service}.events", type="topic", durable=True)


def queues(consumer: str, publisher: str, partitions: int = PARTITIONS) -> list[Queue]:
    """What a consumer hears of a publisher. Only one process reads each queue at a time, so that order is kept."""
    return [_queue(consumer, publisher, number) for number in range(partitions)]


def dead_letters(consumer: str) -> Queue:
    """Messages delivered too often, as when each delivery kills the process.

    Nothing is lost by them: the gap they leave is filled from the publisher's log.
    """
    dead = Exchange(f"{consumer}.dead", type="fanout", durable=True)
    return Queue(f"{consumer}.dead", exchange=dead, durable=True, queue_arguments={"x-queue-type": "quorum"})


def _queue(consumer: str, publisher: str, number: int) -> Queue:
    return Queue(
        f"{consumer}.from.{publisher}.p{number}",
        exchange=exchange(publisher),
        routing_key=f"p{number}.#",
        durable=True,
        queue_arguments={
            "x-queue-type": "quorum",
            "x-single-active-consumer": True,
            "x-delivery-limit": DELIVERY_LIMIT,
            "x-dead-letter-exchange": f"{consumer}.dead",
        },
    )
