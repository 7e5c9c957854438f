"""The five associations, loaded once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.domain.governance.scene import Scene
from tests.rooms.governance.stage import Governance, with_the_five


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder nobody writes to any more."""
    folder = tmp_path_factory.mktemp("loaded")
    with_the_five(folder).close()
    return folder


@pytest.fixture
def governance(loaded: Path, tmp_path: Path) -> Iterator[Governance]:
    made = Governance(Path(shutil.copytree(loaded, tmp_path / "governance")))
    yield made
    made.close()


@pytest.fixture
def joined(governance: Governance) -> Callable[[str], Scene]:
    """Gives the scene of an association that has joined."""
    return lambda association: Scene(governance, association)
