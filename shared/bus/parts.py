"""What a worker process hosts: one service's asynchronous side, put together by the service's composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from shared.bus.consumer import Consumer
from shared.bus.publishing import Publishing
from shared.bus.topology import PARTITIONS
from shared.followers.runner import FollowerRunner
from shared.followers.views import ViewStore
from shared.store.log import EventLog


def _nothing() -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerParts:
    """The runner's followers include the Publisher, over a RabbitBus; the worker starts and stops them.

    timers: (seconds between rounds, one round). catch_up_every: seconds between looks at the publishers' logs, for the
    case that the last messages before a silence were lost. close: called when everything has stopped.
    """

    service: str
    log: EventLog
    publishing: Publishing
    consumer: Consumer
    runner: FollowerRunner
    views: ViewStore
    timers: tuple[tuple[float, Callable[[], None]], ...] = ()
    catch_up_every: float = 30.0
    partitions: int = PARTITIONS
    close: Callable[[], None] = _nothing
