"""The orchard on its stage, under the rules of one association."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.domain.scenario import Scenario
from tests.domain.statutes import joined, policy
from tests.infrastructure.application.orchard import Meanwhile, service


@pytest.fixture
def meanwhile() -> Meanwhile:
    """What others do just before a Pick is stored; nothing unless a test says so."""
    return Meanwhile()


@pytest.fixture
def wild(tmp_path: Path, meanwhile: Meanwhile) -> Iterator[Scenario]:
    """The orchard before any rule has reached it."""
    scenario = Scenario(service(meanwhile), tmp_path)
    yield scenario
    scenario.close()


@pytest.fixture
def orchard(wild: Scenario) -> Scenario:
    """The orchard under Kadi's policy."""
    return wild.adopted(joined("kadi", "KD"), policy("kadi"))
