"""A log to follow, and databases for views of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from shared.followers import engine_for
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.bus.bakery import new_log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SqliteLog]:
    """A log in a new file."""
    made = new_log(tmp_path, "followed")
    yield made
    made.close()


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Each kind of database in turn."""
    if request.param == "sqlite":
        made = engine_for(f"sqlite:///{tmp_path}/views.db")
    else:
        fresh: Callable[[], str] = request.getfixturevalue("fresh_database")
        made = engine_for(fresh())
    yield made
    made.dispose()
