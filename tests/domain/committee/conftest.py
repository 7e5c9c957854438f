"""The committee service on its stage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.committee.service import SERVICE
from tests.domain.scenario import Scenario


@pytest.fixture
def committee(tmp_path: Path) -> Iterator[Scenario]:
    scenario = Scenario(SERVICE, tmp_path)
    yield scenario
    scenario.close()
