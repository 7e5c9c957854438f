"""A date of birth is typed whole or not at all: a part of one is not dropped in silence."""

from __future__ import annotations

import pytest

from gateways.portal.registering import birth
from shared.domain.refusals import Refused

WHOLE = {"birth_calendar": "hijri", "birth_day": "٧", "birth_hijri_month": "2", "birth_year": "1436"}


def typed(**changes: str) -> dict[str, int | str] | None:
    told = WHOLE | {f"birth_{name}": value for name, value in changes.items()}
    return birth(lambda name: told.get(name, ""))


def test_a_whole_date_is_read_in_any_digits() -> None:
    assert typed() == {"calendar": "hijri", "year": 1436, "month": 2, "day": 7}


def test_an_empty_one_is_none() -> None:
    assert typed(day="", year="") is None


@pytest.mark.parametrize("missing", ["day", "year"])
def test_a_part_of_one_is_refused(missing: str) -> None:
    with pytest.raises(Refused, match="birth_incomplete"):
        typed(**{missing: ""})
