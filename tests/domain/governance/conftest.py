"""Associations that have joined, each on files of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.domain.governance.scene import Scene
from tests.rooms.governance.stage import Governance


@pytest.fixture
def governance(tmp_path: Path) -> Iterator[Governance]:
    made = Governance(tmp_path)
    yield made
    made.log.close()


@pytest.fixture
def joined(governance: Governance) -> Callable[[str], Scene]:
    """Gives the scene of an association loaded from its file."""

    def join(association: str) -> Scene:
        governance.load(association)
        return Scene(governance, association)

    return join
