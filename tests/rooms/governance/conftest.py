"""Governance on files of its own: empty, or with the five associations that have joined."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rooms.governance.stage import Governance, with_the_five


@pytest.fixture
def governance(tmp_path: Path) -> Iterator[Governance]:
    made = Governance(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Governance]:
    """Loaded once; for tests that only read."""
    made = with_the_five(tmp_path_factory.mktemp("five"))
    yield made
    made.close()
