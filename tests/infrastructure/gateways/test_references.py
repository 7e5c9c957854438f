"""Where a sentence names staff by reference, a page that knows them says their names."""

from __future__ import annotations

from markupsafe import Markup

from gateways.portal.references import with_names


def staff(ref: str) -> Markup:
    return Markup("<b>{}</b>").format({"member-1": "نورة", "member-12": "فهد"}[ref])


def test_each_reference_is_a_name_and_the_longer_one_is_not_taken_for_the_shorter() -> None:
    told = with_names("بقي: member-12، member-1", ("member-1", "member-12"), staff)
    assert told == "بقي: <b>فهد</b>، <b>نورة</b>"


def test_a_reference_inside_another_word_or_one_that_is_a_word_stays() -> None:
    assert "<b>" not in with_names("remember-1 and member-1-x", ("member-1", "and"), staff)


def test_what_is_around_it_is_escaped() -> None:
    assert with_names("<i> member-1", ("member-1",), staff) == "&lt;i&gt; <b>نورة</b>"
