"""Publishing contracts from a log, beside the same messages sent by bare py-amqp, both with sliding-window confirms."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from inspect import signature
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import amqp
from kombu import Connection

from services.intake.service import SERVICE as INTAKE
from shared.bus.publisher import Publisher
from shared.bus.rabbit import RabbitBus
from shared.bus.topology import dead_letters, exchange, queues, routing_key
from shared.bus.wire import headers_of
from shared.contracts.envelope import Envelope
from shared.hosting.runtime import publishing_of
from shared.store.log import Recorded
from shared.store.postgres_log import PostgresLog
from tests.bench.figures import Figure
from tests.bench.material import TENANT, lived, multiply, platform, restore
from tests.bench.reading import opened
from tests.ground.postgres import private_postgres
from tests.ground.rabbitmq import private_rabbitmq

CONTRACTS = 4000
WINDOW = 1000
PAGE = 500
ROUNDS = 3


def contracts() -> Iterator[Figure]:
    """Reading the log, deciding what may be said, sending, and storing the position; the queues are quorum queues."""
    with platform() as place:
        story = lived(place)
        own = place.rows()["intake"]
    said = publishing_of(INTAKE)
    rows = [row for row in own if story.request_id in row.stream and said.said(row) is not None]
    with private_postgres(durable=True) as server, private_rabbitmq() as broker, opened(server.url) as (url, log):
        restore(log, [row for row in own if row.stream.startswith("rulebook")])
        begins = log.head(TENANT)
        restore(log, _renumbered(rows))
        multiply(url, begins, [story.request_id], CONTRACTS)
        head = log.head(TENANT)
        _listen(broker.url)
        envelopes = said.envelopes(log.read(TENANT, begins, head), 0)
        own_seconds = bare_seconds = 0.0
        for _ in range(ROUNDS):
            bare_seconds += _bare(broker.url, envelopes)
            own_seconds += _own(broker.url, log, begins, head)
    own_rate, bare_rate = (len(envelopes) * ROUNDS / seconds for seconds in (own_seconds, bare_seconds))
    told = f"{own_rate:.0f}/s; bare {bare_rate:.0f}/s"
    yield Figure(what="contracts published : bare py-amqp", told=told, value=own_rate / bare_rate, floor=0.7)


def _renumbered(rows: Sequence[Any]) -> list[Any]:
    names = signature(Recorded.of).parameters
    return [
        Recorded.of(**{name: getattr(row, name) for name in names} | {"version": n + 1, "command_id": uuid4()})
        for n, row in enumerate(rows)
    ]


def _listen(url: str) -> None:
    with Connection(url) as connection:
        dead_letters("bench")(connection.default_channel).declare()
        for queue in queues("bench", "intake"):
            queue(connection.default_channel).declare()


def _own(url: str, log: PostgresLog, after: int, head: int) -> float:
    bus = RabbitBus(url, window=WINDOW)
    publisher = Publisher(log, publishing_of(INTAKE), bus)
    log.forget(TENANT, publisher.name)
    begun = time.perf_counter()
    while after < head:
        page = log.read(TENANT, after, PAGE)
        publisher.apply(TENANT, page)
        after = page[-1].position
    publisher.settle()
    seconds = time.perf_counter() - begun
    bus.stop()
    return seconds


def _bare(url: str, envelopes: Sequence[Envelope]) -> float:
    messages = [(_message(one), routing_key(one)) for one in envelopes]
    where = urlsplit(url)
    with closing(
        amqp.Connection(host=f"{where.hostname}:{where.port}", userid="guest", password="guest")
    ) as connection:
        connection.connect()
        channel = connection.channel()
        channel.confirm_select()
        window: set[int] = set()

        def confirmed(tag: int, multiple: bool) -> None:
            window.difference_update([one for one in window if one <= tag] if multiple else [tag])

        channel.events["basic_ack"].add(confirmed)
        begun = time.perf_counter()
        for tag, (message, key) in enumerate(messages, 1):
            while len(window) >= WINDOW:
                connection.drain_events(timeout=10)
            window.add(tag)
            channel.basic_publish(message, exchange=exchange("intake").name, routing_key=key, mandatory=True)
        while window:
            connection.drain_events(timeout=10)
        return time.perf_counter() - begun


def _message(one: Envelope) -> amqp.Message:
    return amqp.Message(
        one.data, application_headers=headers_of(one), message_id=str(one.id), content_type="application/json",
        content_encoding="binary", delivery_mode=2,
    )  # fmt: skip
