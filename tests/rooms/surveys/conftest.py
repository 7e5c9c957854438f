"""The surveys service on its stage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.domain.scenario import Scenario
from tests.domain.surveys.examples import stage


@pytest.fixture
def kayan(tmp_path: Path) -> Iterator[Scenario]:
    """Under a policy that asks for feedback at each stage."""
    scenario = stage(tmp_path, "kayan")
    yield scenario
    scenario.close()


@pytest.fixture
def kadi(tmp_path: Path) -> Iterator[Scenario]:
    """Under a policy that names survey methods and no stages."""
    scenario = stage(tmp_path, "kadi")
    yield scenario
    scenario.close()
