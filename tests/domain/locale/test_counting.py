"""Numbers with their nouns."""

from __future__ import annotations

import pytest

from shared.locale.counting import Noun, counted

ITEM: Noun = ("بند واحد", "بندان", "بنود", "بندًا", "بند", "item", "items")


@pytest.mark.parametrize(
    "n, arabic, english",
    [
        (0, "لا بنود", "0 items"),
        (1, "بند واحد", "1 item"),
        (2, "بندان", "2 items"),
        (3, "3 بنود", "3 items"),
        (10, "10 بنود", "10 items"),
        (11, "11 بندًا", "11 items"),
        (99, "99 بندًا", "99 items"),
        (100, "100 بند", "100 items"),
        (102, "102 بند", "102 items"),
        (105, "105 بنود", "105 items"),
    ],
)
def test_the_noun_follows_the_number(n: int, arabic: str, english: str) -> None:
    assert (counted(n, ITEM, "ar"), counted(n, ITEM, "en")) == (arabic, english)
