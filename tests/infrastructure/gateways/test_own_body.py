"""The reviewing body is called on every page as the association's policy calls it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from gateways.portal.association import association_of
from gateways.portal.own_body import GENERIC, by_its_name, in_running_text
from shared.contracts.governance import ReviewingBody, Wording

UNIT = ReviewingBody(
    kind="administrative_unit",
    code="competent_unit",
    en="Competent administrative unit",
    ar="الوحدة الإدارية المختصة",
)


class Governance:
    """Answers as governance would for an association without tools and services."""

    def __init__(self, body: ReviewingBody | None) -> None:
        self.body = body

    def ask(self, _service: str, query: Any) -> Any:
        """What the query asks for."""
        match type(query).__name__:
            case "ReadAssociation":
                name = Wording(ar="جمعية كادي", en="Kadi Association")
                return SimpleNamespace(name=name, reviewing_body=self.body, sensitive_register=False)
            case "ListChannels":
                return SimpleNamespace(channels=())
        return SimpleNamespace(services=())

    def ask_if(self, _service: str, _query: Any) -> Any | None:
        """Nothing."""
        return None


def test_a_policy_gives_its_body_a_name() -> None:
    known = association_of(Governance(UNIT))
    assert known.names["competent_unit"] == (UNIT.ar, UNIT.en)
    assert known.body == (UNIT.ar, "competent administrative unit")


def test_without_a_policy_there_is_one_generic_term() -> None:
    assert association_of(Governance(None)).body == GENERIC


@pytest.mark.parametrize(
    "text, read",
    [
        ("أُحيل الطلب إلى جهة الدراسة", "أُحيل الطلب إلى لجنة البحث"),
        ("عضو جهة الدراسة", "عضو لجنة البحث"),
        ("The reviewing body reads it.", "The research committee reads it."),
        ("سُجّل الطلب", "سُجّل الطلب"),
    ],
)
def test_our_texts_say_that_name(text: str, read: str) -> None:
    assert by_its_name(text, in_running_text(("لجنة البحث", "Research committee"))) == read
