"""A service's worker as nameko hosts it: contracts, followers, timers and operations in one container."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import eventlet
import structlog
from nameko import config
from nameko.containers import ServiceContainer
from nameko.rpc import Rpc
from nameko.timer import Timer

from shared.bus.entrypoints import Contracts, Followers
from shared.bus.operations import NAMES, Operations
from shared.bus.parts import WorkerParts

_log = structlog.get_logger(__name__)
SETTLE_EVERY = 1.0


class NotDone(Exception):
    """Something failed that will be tried again; says what kind, since nameko prints the words of an exception."""


def configure(amqp_url: str) -> None:
    """Tell nameko where the broker is; to be called before anything asks another worker."""
    config.setup({"AMQP_URI": amqp_url, "max_workers": 100})


def host(parts: WorkerParts) -> None:
    """Run until SIGTERM or SIGINT, then stop in order."""
    container = ServiceContainer(worker_class(parts))
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: eventlet.spawn_n(container.stop))
    container.start()
    _log.info("worker_started", service=parts.service)
    try:
        container.wait()
    finally:
        with suppress(Exception):  # a position that is not stored is only a detour at the next start
            parts.consumer.settle()
        parts.close()
        _log.info("worker_stopped", service=parts.service)


def worker_class(parts: WorkerParts) -> type[Any]:
    """The nameko service: methods for the contracts of each publisher, each timer, and each operation."""
    consumer, operations = parts.consumer, Operations(parts)
    members: dict[str, Any] = {"name": parts.service, "followers": Followers(parts)}
    for publisher in consumer.publishers:
        members[f"hear_{publisher}"] = Contracts.decorator(parts, publisher)(_method(consumer.receive))
    rounds = [*parts.timers, (parts.catch_up_every, consumer.catch_up_with_the_silent), (SETTLE_EVERY, consumer.settle)]
    for number, (seconds, round_) in enumerate(rounds):
        members[f"round_{number}"] = Timer.decorator(interval=seconds)(_method(round_))
    for name in NAMES:
        members[name] = Rpc.decorator(_method(getattr(operations, name)))
    return type("Worker", (), members)


def _method(does: Callable[..., Any]) -> Callable[..., Any]:
    def method(_self: object, *args: Any, **words: Any) -> Any:
        try:
            return does(*args, **words)
        except Exception as error:  # noqa: BLE001  # whatever it was, only its kind may be printed
            raise NotDone(type(error).__name__) from None

    return method
