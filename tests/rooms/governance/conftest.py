"""Governance on files of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rooms.governance.stage import Governance


@pytest.fixture
def governance(tmp_path: Path) -> Iterator[Governance]:
    made = Governance(tmp_path)
    yield made
    made.log.close()
