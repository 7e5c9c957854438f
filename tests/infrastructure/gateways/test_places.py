"""Places in an association's text are named in the language of the page, wherever they stand."""

from __future__ import annotations

import pytest

from gateways.portal.places import place, sentence
from gateways.portal.runs import embedded, isolated
from gateways.portal.wordbook import known


def named(code: str) -> tuple[str, str]:
    return known(code) or (code, code)


@pytest.mark.parametrize(
    ("clause", "ar", "en"),
    [
        ("steps 4", "الخطوة 4", "step 4"),
        ("detailed objectives 6.3", "الهدف التفصيلي 6.3", "detailed objective 6.3"),
        ("methods 2; steps 10", "الأسلوب 2؛ الخطوة 10", "method 2; step 10"),
        ("general objective", "الهدف العام", "general objective"),
        ("art. 3(3)ج", "المادة 3(3) ج", "art. 3(3) jim (ج)"),
    ],
)
def test_a_place_is_named_in_either_language(clause: str, ar: str, en: str) -> None:
    assert place(clause, "ar", named) == ar
    assert place(clause, "en", named) == en


def test_a_place_inside_a_refusal_is_named_too() -> None:
    assert sentence("لم يُوقَّع إقرار صحة البيانات (steps 4).", "ar", named) == "لم يُوقَّع إقرار صحة البيانات (الخطوة 4)."
    assert sentence("القناة ليست من القنوات (preamble).", "ar", named) == "القناة ليست من القنوات (التمهيد)."
    assert sentence("Not agreed yet (art. 3(3)ج).", "en", named) == "Not agreed yet (art. 3(3) jim (ج))."


def test_a_letter_of_the_text_is_marked_as_arabic() -> None:
    assert '(<bdi lang="ar">ج</bdi>)' in isolated("art. 3(3) jim (ج)")
    assert isolated("<b> 3") == '&lt;b&gt; <bdi class="num" dir="ltr">3</bdi>'


@pytest.mark.parametrize("after", [".", ":", "،", " ", "/", "-", ""])
def test_what_stands_beside_a_number_stays_in_the_sentence(after: str) -> None:
    """Inside the number's run it would be shown on its other side: «.1» for «1.»."""
    assert isolated(f"عددها 1{after}") == f'عددها <bdi class="num" dir="ltr">1</bdi>{after}'
    assert isolated(f":SD-1447-0001{after}") == f':<bdi class="num" dir="ltr">SD-1447-0001</bdi>{after}'


@pytest.mark.parametrize("run", ["10:30", "+966500000002", "3(3)", "6.3", "2026-001", "http://127.0.0.1:8080/x"])
def test_what_belongs_to_a_number_stays_with_it(run: str) -> None:
    assert isolated(f"{run}.") == f'<bdi class="num" dir="ltr">{run}</bdi>.'


def test_a_number_in_a_list_to_choose_from_runs_from_left_to_right() -> None:
    assert embedded("الاتصال الهاتفي: +966 5•• ••• •67") == "الاتصال الهاتفي: \u2066+966 5•• ••• •67\u2069"
    assert embedded("مندوب الفرع (delegate-1)") == "مندوب الفرع (\u2066delegate-1\u2069)"
    assert embedded("بلا أرقام") == "بلا أرقام"
