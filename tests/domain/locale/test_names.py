"""Spellings of one name meet in one key; different names stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.locale.names import are_alike, given_name, initials, likeness, name_pairs, search_key

LETTERS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويآأإىئؤةءـ ًُِّْ ٠۱عبد\u200f\u200c")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("فاطمة بنت إبراهيم", "فاطمه ابراهيم"),
        ("آمنة", "امنه"),
        ("هدى", "هدي"),
        ("عبـــدالرحمن", "عبد الرحمن"),
        ("مُحَمَّد", "محمد"),
        ("علی", "علي"),
        ("محمد بن عبد الله ابن سعود", "محمد عبدالله سعود"),
        ("ﷴ", "محمد"),
        ("\u200fهند\u200f", "هند"),
        ("رؤى", "روي"),
        ("وائل", "وايل"),
        ("هناء", "هنا"),
        ("کریم", "كريم"),
        ("سارة  ٢", "ساره 2"),
        ("ا\u0654حمد", "أحمد"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert search_key(one) == search_key(other)


@pytest.mark.parametrize(("one", "other"), [("دانة", "دانا"), ("حسين", "حسن"), ("بنان", "نان"), ("عبدة", "عبد")])
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


def test_only_whole_words_are_dropped() -> None:
    assert search_key("بندر بن بنان") == "بندر بنان"


@given(LETTERS)
def test_a_key_is_its_own_key(name: str) -> None:
    assert search_key(search_key(name)) == search_key(name)


@given(st.text())
def test_a_key_has_no_outer_or_double_spaces(name: str) -> None:
    assert search_key(name) == " ".join(search_key(name).split())


def test_likeness_ignores_the_order_of_words_and_spelling() -> None:
    assert likeness("فاطمة بنت إبراهيم العتيبي", "العتيبي فاطمه ابراهيم") == 100
    assert are_alike("نورة محمد القحطاني", "نوره محمد القحطانى")
    assert not are_alike("نورة محمد القحطاني", "حسين علي الحربي")
    assert not are_alike("حسين", "حسن")


@pytest.mark.parametrize(
    ("name", "covered"),
    [
        ("عبد الرحمن بن سالم الغانم", "ع. س. غ."),
        ("هيا بنت مساعد الدوسري", "ه. م. د."),
        ("سلمى", "س."),
        ("ال", "ا."),
        ("Maryam Saleh", "M. S."),
        ("", ""),
    ],
)
def test_a_covered_name_shows_its_initials_only(name: str, covered: str) -> None:
    assert initials(name) == covered


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("نورة الشهري", "نورة"),
        ("عبد الرحمن بن سالم", "عبد الرحمن"),
        ("عبدالرحمن سالم", "عبدالرحمن"),
        ("أم كلثوم صالح", "أم كلثوم"),
        ("د. هدى الثبيتي", "هدى"),
        ("Maryam Saleh", "Maryam"),
        ("هدى", "هدى"),
        ("د.", "د."),
    ],
)
def test_somebody_is_greeted_by_the_first_name_and_what_it_is_bound_to(name: str, first: str) -> None:
    assert given_name(name) == first


def test_a_name_is_looked_for_by_every_two_of_its_words_in_their_order() -> None:
    assert name_pairs("نورة بنت محمد آل الشهري") == ("نوره محمد", "نوره شهري", "محمد شهري")
    assert name_pairs("نورة") == name_pairs("") == ()
    assert len(name_pairs("أ ب ت ث ج ح خ د ذ ر ز")) == 28
