"""Setting a process up to log, to trace and to measure; done once, before anything starts."""

from __future__ import annotations

import logging
import sys
from typing import Any

import msgspec
import structlog
from opentelemetry import metrics, trace
from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.exporter.prometheus import PrometheusMetricReader
from opentelemetry.sdk.metrics import AlwaysOffExemplarFilter, MeterProvider
from opentelemetry.sdk.metrics.export import MetricReader, PeriodicExportingMetricReader
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF, DEFAULT_ON

from shared.settings import Settings


def configure(process: str, settings: Settings, *, readable: bool = False, least: int = logging.INFO) -> None:
    """Set up a process's logs, traces and metrics; see `log` for the last two words.

    Without a collector spans are not recorded (the ids of traces are still logged); metrics are there for Prometheus
    to fetch.
    """
    log(readable=readable, least=least)
    # A provider is for the life of a process: OpenTelemetry takes no second one, and the first goes on serving.
    if isinstance(metrics.get_meter_provider(), MeterProvider):
        return
    resource = Resource.create({"service.name": f"sanad-{process}"})
    tracing = TracerProvider(resource=resource, sampler=DEFAULT_ON if settings.traces_to else ALWAYS_OFF)
    readers: list[MetricReader] = [PrometheusMetricReader(scope_info_enabled=False)]
    if settings.traces_to:
        tracing.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=settings.traces_to)))
    if settings.metrics_to:
        readers.append(PeriodicExportingMetricReader(OTLPMetricExporter(endpoint=settings.metrics_to)))
    trace.set_tracer_provider(tracing)
    # No exemplars: the log's lines lead from a time to a trace already, and they would double what a figure costs.
    never = AlwaysOffExemplarFilter()
    metrics.set_meter_provider(MeterProvider(readers, resource=resource, exemplar_filter=never))


def log(*, readable: bool, least: int = logging.INFO) -> None:
    """Log to standard error. readable: for a person at a terminal, else one JSON object a line; least: the level from
    which something is said."""
    written: Any = structlog.processors.JSONRenderer(_line)
    factory: Any = structlog.BytesLoggerFactory(sys.stderr.buffer)
    if readable:
        written = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
        factory = structlog.PrintLoggerFactory(sys.stderr)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _trace_ids,
            written,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=factory,
    )
    # Libraries print whole messages at debug level, contracts among them; only their warnings are let through.
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")


def _line(entry: Any, **_: Any) -> bytes:
    return msgspec.json.encode(entry, enc_hook=repr)


def _trace_ids(_logger: Any, _method: str, entry: Any) -> Any:
    context = trace.get_current_span().get_span_context()
    if context.is_valid:
        entry["trace_id"] = f"{context.trace_id:032x}"
    return entry
