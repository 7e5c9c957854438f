"""Identity and telephone numbers as people type them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.refusals import Refused
from shared.locale.digits import arabic_indic_digits, ascii_digits
from shared.locale.identity_numbers import luhn_total, parse_identity_number
from shared.locale.telephones import parse_telephone, parse_text_telephone

VALID = st.tuples(st.sampled_from("12"), st.text("0123456789", min_size=8, max_size=8)).map(
    lambda parts: "".join(parts) + str(-luhn_total("".join(parts) + "0") % 10)
)


@pytest.mark.parametrize(
    ("typed", "kind", "number"),
    [
        ("1900000009", "national_id", "1900000009"),
        ("2900000007", "iqama", "2900000007"),
        (" ١٩٠٠٠٠٠٠٠٩\u200f", "national_id", "1900000009"),
        ("۲۹۰۰۰۰۰۰۰۷", "iqama", "2900000007"),
    ],
)
def test_a_valid_number_is_read_in_any_digits(typed: str, kind: str, number: str) -> None:
    parsed = parse_identity_number(typed)
    assert (parsed.kind, parsed.number) == (kind, number)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1900000000", "checksum"),
        ("9900000009", "first_digit"),
        ("190000009", "length"),
        ("19000000099", "length"),
        ("19000O0009", "not_digits"),
        ("190000-009", "not_digits"),
        ("¹900000009", "not_digits"),
        ("", "not_digits"),
        ("x", "not_digits"),
        ("39", "length"),
    ],
)
def test_an_invalid_number_is_refused_by_the_first_check_it_fails(typed: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_identity_number(typed)
    assert refusal.value.code == code


@given(VALID, st.integers(0, 9), st.integers(1, 9))
def test_any_one_mistyped_digit_is_noticed(number: str, place: int, change: int) -> None:
    parse_identity_number(number)
    wrong = number[:place] + str((int(number[place]) + change) % 10) + number[place + 1 :]
    with pytest.raises(Refused):
        parse_identity_number(wrong)


def test_a_refusal_does_not_repeat_the_number() -> None:
    with pytest.raises(Refused) as refusal:
        parse_identity_number("1900000000")
    assert "1900000000" not in str(refusal.value) + refusal.value.ar
    assert "1900000009" not in repr(parse_identity_number("1900000009"))


@given(st.text())
def test_digits_go_over_and_come_back(text: str) -> None:
    assert ascii_digits(arabic_indic_digits(text)) == ascii_digits(text)


@pytest.mark.parametrize(
    "typed",
    ["0512345678", "051 234 5678", "+966512345678", "00966512345678", "966512345678", "٠٥١٢٣٤٥٦٧٨", "+٩٦٦٥١٢٣٤٥٦٧٨"],
)
def test_every_spelling_of_a_mobile_gives_one_number(typed: str) -> None:
    telephone = parse_text_telephone(typed)
    assert (telephone.e164, telephone.kind) == ("+966512345678", "mobile")


@pytest.mark.parametrize(
    ("typed", "kind", "e164"),
    [
        ("011 234 5678", "fixed", "+966112345678"),
        ("920012345", "shared_cost", "+966920012345"),
        ("8001234567", "toll_free", "+9668001234567"),
    ],
)
def test_fixed_shared_cost_and_toll_free_numbers_take_calls_but_no_texts(typed: str, kind: str, e164: str) -> None:
    telephone = parse_telephone(typed)
    assert (telephone.kind, telephone.e164, telephone.takes_texts) == (kind, e164, False)
    with pytest.raises(Refused, match="calls_only"):
        parse_text_telephone(typed)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("051234567", "incomplete_mobile"),
        ("512345678", "incomplete_mobile"),
        ("911", "short_code"),
        ("٩٣٧", "short_code"),
        ("", "not_a_telephone_number"),
        ("غير معروف", "not_a_telephone_number"),
        ("+966", "short_code"),
        ("05123456789", "not_a_telephone_number"),
        ("0" * 300, "not_a_telephone_number"),
    ],
)
def test_what_cannot_be_a_contact_number_is_refused(typed: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_telephone(typed)
    assert refusal.value.code == code


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    with suppress(Refused):
        assert parse_telephone(text).e164.startswith("+")
