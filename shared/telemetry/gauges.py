"""Figures that are read when somebody looks, such as how far a follower is behind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import structlog
from opentelemetry import metrics
from opentelemetry.metrics import CallbackOptions, Observation

Reading = tuple[int, Mapping[str, str]]
"""A value and what it is of; never a tenant: see `shared.hosting.gauges`."""

_log = structlog.get_logger(__name__)


class Gauge:
    """One instrument of a process, with as many sources as the process has services."""

    def __init__(self, name: str, description: str) -> None:
        self._name = name
        self._sources: list[Callable[[], Iterable[Reading]]] = []
        metrics.get_meter("sanad").create_observable_gauge(name, [self._observed], description=description)

    def read_from(self, source: Callable[[], Iterable[Reading]]) -> Callable[[], None]:
        """Ask a source as well, from now on; gives what takes it away."""
        self._sources.append(source)
        return lambda: self._sources.remove(source)

    def _observed(self, _options: CallbackOptions) -> Iterable[Observation]:
        for source in tuple(self._sources):
            yield from self._from(source)

    def _from(self, source: Callable[[], Iterable[Reading]]) -> list[Observation]:
        try:
            return [Observation(value, attributes) for value, attributes in source()]
        except Exception as error:  # noqa: BLE001  # a database that is away leaves a gap, and only its kind is told
            _log.warning("gauge_unreadable", gauge=self._name, error=type(error).__name__)
            return []
