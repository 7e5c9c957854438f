"""The two processes of a service: `serve` answers at its door, `work` follows, listens and watches the time."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, NoReturn

from shared.settings import from_environment

if TYPE_CHECKING:
    from shared.bus.parts import WorkerParts

# What these processes need is imported where it is used: eventlet must be in place before a worker imports any of it.


def main(target: str) -> None:
    """Run `serve` or `work`, as the command line says, for the service that `package.module:NAME` names."""
    match sys.argv[1:]:
        case ["serve"]:
            serve(target)
        case ["work"]:
            work(target)
        case _:
            _usage(target)


def serve(target: str) -> None:
    """Answer commands and questions over gRPC until told to stop."""
    from shared.doors import server
    from shared.hosting.distributed import clock_of, named, runtime_of
    from shared.hosting.doors import served
    from shared.hosting.probe import watch
    from shared.identity import verifying_key
    from shared.store.bell import Bell
    from shared.store.grouping import GroupingLog
    from shared.telemetry.setting_up import configure

    settings, service = from_environment(os.environ), named(target)
    configure(f"{service.name}-serve", settings)
    clock, bell = clock_of(settings), Bell(settings.database_url)
    runtime = runtime_of(service, settings, clock, grouping=GroupingLog, announce=bell.ring)
    bell.start()
    listening = server.serve(
        [served(runtime)],
        verifying_key=verifying_key(settings.keys),
        clock=clock.now,
        address=f"{settings.host}:{settings.grpc_port}",
    )
    unwatch = watch(settings.host, settings.metrics_port, lambda: True)
    leave_alone_what_stays()
    until_told_to_stop()
    listening.stop()
    bell.stop()
    unwatch()


def work(target: str) -> None:
    """Follow the log, listen to the others and watch the time until told to stop."""
    from shared.bus.worker import run_worker

    run_worker("shared.hosting.process:worker_parts", from_environment(os.environ).amqp_url, target=target)


def worker_parts(target: str) -> WorkerParts:
    """What the worker hosts; called once eventlet is in place."""
    from shared.bus.parts import WorkerParts
    from shared.bus.rpc_sources import RpcSources
    from shared.hosting import gauges
    from shared.hosting.distributed import clock_of, named, runtime_of
    from shared.hosting.probe import watch
    from shared.hosting.runtime import publishing_of
    from shared.store.hearing import Listening
    from shared.telemetry.setting_up import configure

    settings, service = from_environment(os.environ), named(target)
    configure(f"{service.name}-work", settings)
    runtime = runtime_of(service, settings, clock_of(settings), sources=RpcSources())
    log = runtime.infrastructure.log
    gauges.shown(runtime)
    # What this process appends it hears without a bell.
    Listening(settings.database_url, runtime.wake.appended).start()
    leave_alone_what_stays()
    return WorkerParts(
        service=service.name,
        log=log,
        publishing=publishing_of(service),
        consumer=runtime.consumer,
        runner=runtime.runner,
        views=runtime.infrastructure.views,
        timers=runtime.rounds,
        close=watch(settings.host, settings.metrics_port, lambda: True),
    )


def leave_alone_what_stays() -> None:
    """What has been imported lives as long as the process: the collector need not go through it again and again, nor
    look for cycles as often where nearly everything goes without it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def until_told_to_stop() -> None:
    """Wait for SIGINT or SIGTERM."""
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    stopping.wait()


def _usage(target: str) -> NoReturn:
    package = target.rpartition(".")[0]
    sys.exit(f"usage: python -m {package} serve|work")
