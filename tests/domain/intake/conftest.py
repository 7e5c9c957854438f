"""The intake service on its stage, under the policies of three associations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.intake.service import SERVICE
from tests.domain.intake.examples import rules_of
from tests.domain.scenario import Scenario


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Scenario]:
    """Without any rule adopted."""
    scenario = Scenario(SERVICE, tmp_path)
    yield scenario
    scenario.close()


@pytest.fixture
def sidr(stage: Scenario) -> Scenario:
    """Two weeks at least, research committee, data matched."""
    return stage.adopted(*rules_of("sidr"))


@pytest.fixture
def kadi(stage: Scenario) -> Scenario:
    """Fifteen working days at most, competent unit, agreed contact channel."""
    return stage.adopted(*rules_of("kadi"))


@pytest.fixture
def kayan(stage: Scenario) -> Scenario:
    """As Sidr, with minors, guardians and a case file."""
    return stage.adopted(*rules_of("kayan"))
