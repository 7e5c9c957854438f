"""National ID and iqama numbers: the check catches typing errors and proves nobody's existence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from shared.domain.refusals import Reason
from shared.locale.digits import typed_number

NOT_DIGITS = Reason(
    code="not_digits",
    en="The identity number may contain digits only.",
    ar="رقم الهوية يتكوّن من أرقام فقط.",
)
LENGTH = Reason(
    code="length",
    en="The identity number has ten digits.",
    ar="رقم الهوية يتكوّن من عشرة أرقام.",
)
FIRST_DIGIT = Reason(
    code="first_digit",
    en="A national ID begins with 1, an iqama with 2.",
    ar="رقم الهوية الوطنية يبدأ بالرقم 1، ورقم الإقامة بالرقم 2.",
)
CHECKSUM = Reason(
    code="checksum",
    en="The identity number contains a typing error: its check digit does not fit.",
    ar="في رقم الهوية خطأ كتابي: رقم التحقق لا يطابق.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityNumber:
    """A well-formed number, as ten ASCII digits."""

    kind: Literal["national_id", "iqama"]
    number: str = field(repr=False)


def parse_identity_number(text: str) -> IdentityNumber:
    """The number somebody typed. Refused, in this order: not_digits, length, first_digit, checksum."""
    number = typed_number(text)
    NOT_DIGITS.unless(number.isascii() and number.isdigit())
    LENGTH.unless(len(number) == 10)
    FIRST_DIGIT.unless(number[0] in "12")
    CHECKSUM.unless(luhn_total(number) % 10 == 0)
    return IdentityNumber(kind="national_id" if number[0] == "1" else "iqama", number=number)


def luhn_total(number: str) -> int:
    """Digits 1, 3, 5, … from the left doubled, less 9 when above 9, and all added up."""
    digits = [int(digit) for digit in number]
    doubled = [2 * digit - 9 if digit > 4 else 2 * digit for digit in digits[::2]]
    return sum(doubled) + sum(digits[1::2])
