"""The embedded platform: one durable command on SQLite, and two thousand of the demonstration's kind over HTTP."""

from __future__ import annotations

import time
from collections.abc import Iterator
from uuid import uuid4

from gateways.rehearsal.opening import open_and_complete, receive
from gateways.rehearsal.people import staff
from shared.application.application import Asked
from tests.bench.calling import registration, visitor
from tests.bench.crowd import repeated
from tests.bench.figures import Figure
from tests.bench.material import TENANT, Place, platform

COMMANDS = 2000


def embedded() -> Iterator[Figure]:
    """Everything in one process, followers and web server included."""
    with platform() as place:
        yield from _one_command(place)
        done, seconds = _demonstration(place)
        yield Figure(
            what=f"embedded, {COMMANDS:,} commands of the demo's kind over HTTP, with its questions",
            told=f"{done / seconds:.0f}/s", value=seconds * COMMANDS / done, unit="s", ceiling=30.0,
        )  # fmt: skip


def _one_command(place: Place) -> Iterator[Figure]:
    application, officer = place.platform.runtimes["intake"].application, staff(TENANT, "officer-1")
    for make, what in ((visitor, "without personal content"), (registration, "with personal content to seal")):

        def tell(make=make) -> None:  # type: ignore[no-untyped-def]
            application.handle(Asked(command=make(), actor=officer, command_id=(id_ := uuid4()), correlation_id=id_))

        times = repeated(tell)
        told = f"p50 {times.within(0.5):.2f}, p99 {times.within(0.99):.2f} ms"
        what = f"embedded, one durable command {what}, p50"
        yield Figure(what=what, told=told, value=times.within(0.5), unit="ms", ceiling=5.0)


def _demonstration(place: Place) -> tuple[int, float]:
    done, begun = 0, time.monotonic()
    while done < COMMANDS:
        told: list[str] = []
        story = place.story()
        story.told = lambda who, _what, told=told: told.append(who)  # type: ignore[misc]
        receive(story)
        open_and_complete(story)
        done += len(told)
    return done, time.monotonic() - begun
