"""Logs, traces and metrics: structured, and without personal data, since only codes, ids and counts go in."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import structlog
from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from prometheus_client import Counter, Histogram

from shared.domain.refusals import SanadError

COMMANDS = Counter("sanad_commands_total", "Commands answered.", ("service", "command", "outcome"))
SECONDS = Histogram(
    "sanad_command_seconds",
    "Time to answer a command.",
    ("service",),
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5),
)
_tracer = trace.get_tracer("sanad")


def configure(process: str, *, readable: bool = False, traces_to: str = "") -> None:
    """Set up logging and tracing for a process.

    readable: for a person at a terminal, else one JSON object a line. traces_to: URL of an OpenTelemetry collector's
    OTLP/HTTP door, e.g. `http://collector:4318/v1/traces`; empty keeps traces inside (their ids are still logged).
    """
    renderer: Any = (
        structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
        if readable
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _trace_ids,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    # Libraries print whole messages at debug level, contracts among them; only their warnings are let through.
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")
    provider = TracerProvider(resource=Resource.create({"service.name": f"sanad-{process}"}))
    if traces_to:
        provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=traces_to)))
    trace.set_tracer_provider(provider)


def _trace_ids(_logger: Any, _method: str, entry: Any) -> Any:
    context = trace.get_current_span().get_span_context()
    if context.is_valid:
        entry["trace_id"] = f"{context.trace_id:032x}"
    return entry


@contextmanager
def observed(service: str, command: str) -> Iterator[None]:
    """Count and time a command and put it in a span; the outcome is `done` or the refusal's code."""
    started = time.perf_counter()
    outcome = "failed"
    with _tracer.start_as_current_span(f"{service}.{command}", record_exception=False, set_status_on_exception=False):
        try:
            yield
            outcome = "done"
        except SanadError as error:
            outcome = error.code
            raise
        finally:
            COMMANDS.labels(service, command, outcome).inc()
            SECONDS.labels(service).observe(time.perf_counter() - started)
