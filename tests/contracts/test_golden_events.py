"""Whatever any service ever stored or said can still be read.

Each event and contract has a golden sample, written once by `python -m tests.contracts.samples <service>` and never
changed: a change that no longer reads it breaks what is stored. Before the first release a sample whose class was
redesigned may be deleted and written anew.
"""

from __future__ import annotations

from typing import Any

import pytest

from shared import codec
from tests.architecture.sources import services
from tests.contracts.samples import GOLDEN, check, kept, sample

KEEPERS = ("shared", *(service.name for service in services() if (service / "service.py").exists()))
KEPT = [(keeper, name, cls) for keeper in KEEPERS for name, cls in kept(keeper)]


@pytest.mark.parametrize(("service", "name", "cls"), KEPT, ids=[f"{service}.{name}" for service, name, _ in KEPT])
def test_what_was_once_written_can_be_read(service: str, name: str, cls: type[Any]) -> None:
    check(service, name, cls)


@pytest.mark.parametrize(("service", "name", "cls"), KEPT, ids=[f"{service}.{name}" for service, name, _ in KEPT])
def test_what_is_written_today_is_read_as_an_equal_value(service: str, name: str, cls: type[Any]) -> None:
    written = codec.encode(sample(cls))
    assert codec.decode(cls, written) == sample(cls)
    assert codec.encode(codec.decode(cls, written)) == written


def test_nothing_that_was_once_written_has_lost_its_class() -> None:
    known = {(service, name) for service, name, _ in KEPT}
    assert {(path.parent.name, path.stem) for path in GOLDEN.glob("*/*.json")} - known == set()
