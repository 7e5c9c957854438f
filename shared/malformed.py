"""What a message is refused for before anyone reads its meaning: stable codes, and never a word of its content."""

from __future__ import annotations

from shared.domain.refusals import Reason

MALFORMED_JSON = Reason(
    code="malformed_json", en="The message is not well-formed JSON.", ar="الرسالة ليست بصيغة JSON سليمة."
)
MALFORMED_MESSAGE = Reason(
    code="malformed_message", en="The message cannot be read as {name}.", ar="تعذّرت قراءة الرسالة بصيغة {name}."
)
WRONG_TYPE = Reason(
    code="wrong_type", en="The field {field} must be {expected}.", ar="يجب أن يكون الحقل {field}: {expected_ar}."
)
UNKNOWN_FIELD = Reason(code="unknown_field", en="There is no field {field} here.", ar="لا يوجد هنا حقل باسم {field}.")
MISSING_FIELD = Reason(code="missing_field", en="The field {field} is missing.", ar="الحقل {field} مفقود.")
FIELD_TOO_LARGE = Reason(
    code="too_large",
    en="The field {field} is longer than {limit} characters.",
    ar="الحقل {field} أطول من {limit} حرفًا.",
)
MESSAGE_TOO_LARGE = Reason(
    code="too_large", en="The message is larger than {limit} bytes.", ar="الرسالة أكبر من {limit} بايت."
)

MALFORMED_CODES = frozenset(
    reason.code
    for reason in (MALFORMED_JSON, MALFORMED_MESSAGE, WRONG_TYPE, UNKNOWN_FIELD, MISSING_FIELD, MESSAGE_TOO_LARGE)
)
