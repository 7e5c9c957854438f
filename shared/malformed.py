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
NOT_A_CODE = Reason(
    code="not_a_code",
    en="The field {field} must be a code or an id: Latin letters, digits and signs, with a letter and no spaces.",
    ar="يجب أن يكون الحقل {field} رمزًا أو معرّفًا: حروف لاتينية وأرقام وعلامات، فيه حرف واحد على الأقل وبلا مسافات.",
)
FIELD_TOO_LARGE = Reason(
    code="too_large",
    en="The field {field} is longer than {limit} characters.",
    ar="الحقل {field} أطول من {limit} حرفًا.",
)
MESSAGE_TOO_LARGE = Reason(
    code="too_large", en="The message is larger than {limit} bytes.", ar="الرسالة أكبر من {limit} بايت."
)

COMMAND_ID_MISSING = Reason(
    code="command_id_missing",
    en="A command needs an id (metadata sanad-command-id), so that it can be repeated safely.",
    ar="يلزم لكل أمر معرّف (sanad-command-id) ليمكن تكراره بأمان.",
)
COMMAND_ID_INVALID = Reason(
    code="command_id_invalid", en="The command id must be a UUID.", ar="يجب أن يكون معرّف الأمر بصيغة UUID."
)
CORRELATION_ID_INVALID = Reason(
    code="correlation_id_invalid", en="The correlation id must be a UUID.", ar="يجب أن يكون معرّف الارتباط بصيغة UUID."
)

MALFORMED_CODES = frozenset(
    reason.code
    for reason in (
        MALFORMED_JSON,
        MALFORMED_MESSAGE,
        WRONG_TYPE,
        UNKNOWN_FIELD,
        MISSING_FIELD,
        NOT_A_CODE,
        MESSAGE_TOO_LARGE,
        COMMAND_ID_MISSING,
        COMMAND_ID_INVALID,
        CORRELATION_ID_INVALID,
    )
)
