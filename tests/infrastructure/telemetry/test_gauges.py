"""A figure is read when somebody looks, from every source that can be read."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

import pytest
from prometheus_client import REGISTRY
from structlog.testing import capture_logs

from shared.settings import Settings
from shared.telemetry.gauges import Gauge, Reading
from shared.telemetry.setting_up import configure


@pytest.fixture
def gauge() -> Gauge:
    configure("tests", Settings())
    return Gauge(f"sanad.test.{uuid4().hex}", "Baskets.")


def shown(gauge: Gauge, orchard: str) -> float | None:
    return REGISTRY.get_sample_value(gauge._name.replace(".", "_"), {"orchard": orchard})


def of(orchard: str, baskets: int) -> Iterable[Reading]:
    return [(baskets, {"orchard": orchard})]


def test_every_source_is_asked_until_it_is_taken_away(gauge: Gauge) -> None:
    gauge.read_from(lambda: of("old", 3))
    gone = gauge.read_from(lambda: of("new", 4))
    assert (shown(gauge, "old"), shown(gauge, "new")) == (3, 4)
    gone()
    assert (shown(gauge, "old"), shown(gauge, "new")) == (3, None)


def test_a_source_that_fails_leaves_a_gap_and_is_told_by_its_kind(gauge: Gauge) -> None:
    def fails() -> Iterable[Reading]:
        raise ConnectionError("the password is wrong")

    gauge.read_from(fails)
    gauge.read_from(lambda: of("new", 4))
    with capture_logs() as lines:
        assert shown(gauge, "new") == 4
    assert {line["error"] for line in lines} == {"ConnectionError"}
    assert "password" not in str(lines)
