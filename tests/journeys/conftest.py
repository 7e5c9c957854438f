"""Both platforms with the five associations in force, each started once for all journeys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from gateways.cli.demo import BEGINS
from gateways.cli.starting import load_associations, running
from gateways.client import PlatformClient
from gateways.rehearsal.story import Story
from shared.clock import AdjustableClock
from shared.settings import Settings
from tests.journeys.distributed import distributed


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A running platform to tell stories on."""

    mode: str
    client: PlatformClient
    move_to: Callable[[datetime], None]
    platform: Any
    folder: Path

    def story(self, tenant: str) -> Story:
        """A new case of an association."""
        return Story(self.client, tenant, self.move_to)


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The platform in one process."""
    folder = tmp_path_factory.mktemp("embedded")
    clock = AdjustableClock(BEGINS)
    with running(Settings(data=folder, keys=folder / "keys", http_port=0, grpc_port=0), clock) as (platform, client):
        load_associations(client)
        yield Stage(mode="embedded", client=client, move_to=clock.move_to, platform=platform, folder=folder)


@pytest.fixture(scope="session")
def spread(tmp_path_factory: pytest.TempPathFactory, amqp_url: str) -> Iterator[Stage]:
    """The platform in processes of its own, over PostgreSQL and RabbitMQ."""
    folder = tmp_path_factory.mktemp("distributed")
    with distributed(folder, amqp_url, BEGINS) as (platform, client):
        load_associations(client)
        yield Stage(mode="distributed", client=client, move_to=platform.clock.move_to, platform=platform, folder=folder)


@pytest.fixture(params=["embedded", "spread"], ids=["embedded", "distributed"])
def stage(request: pytest.FixtureRequest) -> Stage:
    """Each journey is lived in both modes."""
    found: Stage = request.getfixturevalue(request.param)
    return found
