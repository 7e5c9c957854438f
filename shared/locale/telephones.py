"""Telephone numbers as contact points, in E.164."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from phonenumbers import (
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberType,
    format_number,
    is_valid_number,
    number_type,
    parse,
)

from shared.domain.refusals import Reason
from shared.locale.digits import typed_number

REGION = "SA"
SHORT_CODE_DIGITS = 6
Kind = Literal["mobile", "fixed", "fixed_or_mobile", "shared_cost", "toll_free"]
KINDS: dict[int, Kind] = {
    PhoneNumberType.MOBILE: "mobile",
    PhoneNumberType.FIXED_LINE: "fixed",
    PhoneNumberType.FIXED_LINE_OR_MOBILE: "fixed_or_mobile",
    PhoneNumberType.VOIP: "fixed",
    PhoneNumberType.SHARED_COST: "shared_cost",
    PhoneNumberType.UAN: "shared_cost",
    PhoneNumberType.TOLL_FREE: "toll_free",
}

NOT_A_TELEPHONE_NUMBER = Reason(
    code="not_a_telephone_number",
    en="This is not a telephone number that can be reached.",
    ar="هذا ليس رقم هاتف يمكن الوصول إليه.",
)
SHORT_CODE = Reason(
    code="short_code",
    en="A short code cannot be a contact number.",
    ar="الرقم المختصر لا يصلح رقمًا للتواصل.",
)
INCOMPLETE_MOBILE = Reason(
    code="incomplete_mobile",
    en="A mobile number has ten digits and begins with 05.",
    ar="رقم الجوال يتكوّن من عشرة أرقام ويبدأ بـ 05.",
)
CALLS_ONLY = Reason(
    code="calls_only",
    en="This number takes calls, not text messages.",
    ar="هذا الرقم للمكالمات، ولا يستقبل الرسائل النصية.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telephone:
    """A number that can be reached."""

    kind: Kind
    e164: str = field(repr=False)

    @property
    def takes_texts(self) -> bool:
        """Whether text messages can be sent to it."""
        return self.kind in ("mobile", "fixed_or_mobile")


def parse_telephone(text: str) -> Telephone:
    """The number somebody typed. Refused: short_code, incomplete_mobile, not_a_telephone_number."""
    typed = typed_number(text)
    digits = "".join(character for character in typed if character.isdigit())
    SHORT_CODE.unless(not 0 < len(digits) <= SHORT_CODE_DIGITS)
    # The library would add the missing zero; but nine digits are more often a digit forgotten than a zero left out.
    INCOMPLETE_MOBILE.unless(not (len(digits) == 9 and digits.lstrip("0").startswith("5") and typed[0] != "+"))
    number = _parsed(typed)
    NOT_A_TELEPHONE_NUMBER.unless(is_valid_number(number) and number_type(number) in KINDS)
    return Telephone(kind=KINDS[number_type(number)], e164=format_number(number, PhoneNumberFormat.E164))


def parse_text_telephone(text: str) -> Telephone:
    """A number for text messages. Refused as above, and: calls_only."""
    telephone = parse_telephone(text)
    CALLS_ONLY.unless(telephone.takes_texts)
    return telephone


def _parsed(typed: str) -> PhoneNumber:
    try:
        return parse(typed, REGION)
    except NumberParseException:
        raise NOT_A_TELEPHONE_NUMBER.refused() from None
