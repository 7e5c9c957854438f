"""The complaints service on its stage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.domain.complaints.examples import stage
from tests.domain.scenario import Scenario


@pytest.fixture
def kadi(tmp_path: Path) -> Iterator[Scenario]:
    """Under a policy that names channels for complaints."""
    scenario = stage(tmp_path, "kadi")
    yield scenario
    scenario.close()


@pytest.fixture
def sidr(tmp_path: Path) -> Iterator[Scenario]:
    """Under a policy that is silent on complaints."""
    scenario = stage(tmp_path, "sidr")
    yield scenario
    scenario.close()
