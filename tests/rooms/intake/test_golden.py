"""Everything intake ever stored or said can still be read."""

from __future__ import annotations

from typing import Any

import pytest

from tests.contracts.samples import check, kept


@pytest.mark.parametrize(("name", "cls"), list(kept("intake")))
def test_what_was_once_written_can_be_read(name: str, cls: type[Any]) -> None:
    check("intake", name, cls)
