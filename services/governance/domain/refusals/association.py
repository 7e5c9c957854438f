"""Why an association cannot join, or change its units, exceptions, calendars and tools so."""

from __future__ import annotations

from shared.domain.refusals import Reason

association_file_invalid = Reason(
    code="association_file_invalid",
    en="The association file is not valid at {field}: {expected}.",
    ar="ملف الجمعية غير صالح عند {field}: {expected_ar}.",
)
association_already_registered = Reason(
    code="association_already_registered",
    en="This association has joined already; change it by its own commands.",
    ar="سبق تسجيل هذه الجمعية؛ يكون تعديلها بالأوامر الخاصة بذلك.",
)
not_your_association = Reason(
    code="not_your_association",
    en="An association is registered under its own tenant only.",
    ar="لا تُسجَّل الجمعية إلا ضمن نطاقها هي.",
)
unit_exists = Reason(code="unit_exists", en="This unit exists already.", ar="هذه الوحدة معرّفة من قبل.")
no_such_unit = Reason(code="no_such_unit", en="There is no such unit.", ar="لا توجد وحدة بهذا الرمز.")
exception_needs_one = Reason(
    code="exception_needs_one",
    en="Name either a person or a unit.",
    ar="حدّد موظفًا أو وحدة، لا كليهما.",
)
special_policy_required = Reason(
    code="special_policy_required",
    en="Name the special policy that applies instead.",
    ar="يلزم ذكر مرجع السياسة الخاصة المطبّقة.",
)
no_such_exception = Reason(
    code="no_such_exception", en="There is no such exception.", ar="لا يوجد استثناء بهذا البيان."
)
calendar_exists = Reason(
    code="calendar_exists",
    en="A published calendar is never edited; publish the next version.",
    ar="لا يُعدَّل تقويم منشور؛ انشر إصدارًا تاليًا.",
)
calendar_invalid = Reason(
    code="calendar_invalid",
    en="A calendar needs days in order, each once, and weekday codes for its weekend.",
    ar="يلزم التقويمَ أيامٌ مرتبة غير مكررة ورموز صحيحة لأيام العطلة.",
)
tool_listed = Reason(code="tool_listed", en="This tool is listed already.", ar="هذه الأداة مدرجة من قبل.")
