"""A bakery's log, and both kinds of bus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.bus.bus import Bus
from shared.bus.embedded import EmbeddedBus
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.bus.bakery import new_log


@pytest.fixture
def bakery(tmp_path: Path) -> Iterator[SqliteLog]:
    """The publisher's log."""
    log = new_log(tmp_path, "bakery")
    yield log
    log.close()


@pytest.fixture(params=["embedded", "rabbit"])
def bus(request: pytest.FixtureRequest) -> Iterator[Bus]:
    """Each kind of bus in turn: what it promises is the same. One of them repeats a third of all messages."""
    made: Bus
    if request.param == "embedded":
        made = EmbeddedBus(repeat=lambda envelope: envelope.sequence % 3 == 0)
    else:
        from shared.bus.rabbit import RabbitBus

        made = RabbitBus(request.getfixturevalue("rabbit_vhost"))
    yield made
    made.stop()
