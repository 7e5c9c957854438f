"""A session's agenda: what each item is about, what became of it, and how far the session has come."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from gateways.portal.agenda import Agenda, agenda_of

OUTSTANDING, TIED, MISSING = (
    SimpleNamespace(code=code) for code in ("votes_outstanding", "votes_tied", "votes_missing")
)
HELD, CALLED = (SimpleNamespace(stage=stage, session_id="s-1") for stage in ("held", "scheduled"))


def review(no: int, stage: str = "on_agenda", **more: Any) -> Any:
    told = {"review_id": f"v-{no}", "request_id": f"q-{no}", "number": f"IS-{no}", "item_no": None}
    told |= {"session_id": None if stage == "deferred" else "s-1", "still_to_vote": 1, "waits_for": OUTSTANDING}
    return SimpleNamespace(**told | {"stage": stage, "outcome": None, "votes": ()} | more)


def agenda(*reviews: Any, session: Any = HELD, current: str = "", sees: bool = True) -> Agenda:
    services = {one.request_id: f"service_{one.number}" for one in reviews} if sees else {}
    return agenda_of(reviews, session, services, current)


@pytest.mark.parametrize(
    "one, words, done",
    [
        (review(1), "لم يُعرض بعد", False),
        (review(1, votes=("a",)), "بدأ التصويت عليه", False),
        (review(1, "deferred"), "أُجّل", True),
        (review(1, "decided", outcome="approved"), "قبول", True),
        (review(1, "decided", outcome="rejected"), "رفض", True),
        (review(1, "cancelled"), "أُلغيت الدراسة", True),
        (review(1, "decided", outcome="rejected", session_id="s-2"), "أُجّل", True),
        (review(1, session_id="s-2"), "أُجّل", True),
    ],
)
def test_each_item_says_what_became_of_it(one: Any, words: str, done: bool) -> None:
    (item,) = agenda(one).items
    assert (item.look[0], item.done) == (words, done)


def test_before_the_session_nothing_is_said_to_be_presented() -> None:
    assert agenda(review(1), session=CALLED).items[0].look[0] == "على جدول الأعمال"


def test_the_one_looked_at_is_being_voted_on_once_somebody_has_voted() -> None:
    silent, voted = agenda(review(1), review(2, votes=("a",)), current="v-2").items
    assert (silent.current, voted.current) == (False, True)
    assert voted.look[0] == "يُصوَّت عليه الآن"


@pytest.mark.parametrize(
    "left, waits, words",
    [
        (1, OUTSTANDING, "يُصوَّت عليه الآن"),
        (0, None, "صوّت الجميع، ويمكن تسجيل القرار"),
        (1, None, "حسمته الأصوات، ويمكن تسجيل القرار"),
        (0, TIED, "صوّت الجميع، وتساوت الأصوات"),
        (0, MISSING, "صوّت الجميع"),
    ],
)
def test_nothing_is_being_voted_on_once_everybody_has_voted(left: int, waits: Any, words: str) -> None:
    one = review(1, votes=("a",), still_to_vote=left, waits_for=waits)
    assert agenda(one, current="v-1").items[0].look[0] == words


def test_an_item_is_named_by_its_service_where_that_is_seen() -> None:
    assert agenda(review(1)).items[0].service == "service_IS-1"
    assert agenda(review(1), sees=False).items[0].service is None


def test_beside_a_file_stand_ten_items_around_it() -> None:
    sixty = [review(no, "decided" if no < 8 else "on_agenda") for no in range(1, 61)]
    shown = agenda(*sixty, current="v-8")
    assert [one.no for one in shown.near] == list(range(5, 15))
    assert shown.done == 7
    assert [one.no for one in agenda(*sixty, current="v-60").near] == list(range(51, 61))
    assert [one.no for one in agenda(*sixty[:3], current="v-1").near] == [1, 2, 3]


def test_the_bar_has_a_dot_for_each_item_or_for_a_few() -> None:
    three = [review(1, "decided"), review(2), review(3)]
    assert agenda(*three, current="v-2").dots == ["f", "c", ""]
    sixty = [review(no, "decided" if no < 8 else "on_agenda") for no in range(1, 61)]
    assert agenda(*sixty, current="v-8").dots == ["f", "f", "f", "c", *[""] * 26]
    assert agenda().dots == []
