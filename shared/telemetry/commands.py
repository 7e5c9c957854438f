"""What is noted of each command: a count, its time, a span, and one line in the log."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import structlog
from opentelemetry import metrics, trace

from shared.domain.refusals import SanadError

DONE, FAILED = "done", "failed"

# Instruments of the API: they begin to count when the process has been set up, and until then cost nothing.
_meter = metrics.get_meter("sanad")
COMMANDS = _meter.create_counter("sanad.commands", description="Commands answered, by service, command and outcome.")
_seconds = _meter.create_histogram(
    "sanad.command.duration",
    unit="s",
    description="Time to answer a command.",
    explicit_bucket_boundaries_advisory=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5),
)
_tracer = trace.get_tracer("sanad")
_log = structlog.get_logger("sanad.commands")


@contextmanager
def observed(service: str, command: str, tenant: str, command_id: UUID, correlation_id: UUID) -> Iterator[None]:
    """Note a command that is carried out meanwhile; its outcome is `done`, a refusal's code, or `failed`."""
    started = time.perf_counter()
    outcome = FAILED
    with _tracer.start_as_current_span(f"{service}.{command}", record_exception=False, set_status_on_exception=False):
        try:
            yield
            outcome = DONE
        except SanadError as error:
            outcome = error.code
            raise
        finally:
            taken = time.perf_counter() - started
            _seconds.record(taken, {"service": service, "command": command})
            ids = {"tenant": tenant, "command_id": str(command_id), "correlation_id": str(correlation_id)}
            _note(service, command, outcome, ms=round(taken * 1000, 1), **ids)


@contextmanager
def refused_at_the_door(service: str, command: str) -> Iterator[None]:
    """Note a command whose refusal is raised meanwhile, before it was known who asks or what exactly."""
    try:
        yield
    except SanadError as error:
        _note(service, command, error.code)
        raise


def _note(service: str, command: str, outcome: str, **more: object) -> None:
    COMMANDS.add(1, {"service": service, "command": command, "outcome": outcome})
    tell = _log.warning if outcome == FAILED else _log.info
    tell("command", service=service, command=command, outcome=outcome, **more)
