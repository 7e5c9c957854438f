"""Why a policy version is not approved, or not in force, yet."""

from __future__ import annotations

from shared.domain.refusals import Reason

approval_incomplete = Reason(
    code="approval_incomplete",
    en="An approval needs its body, its meeting number and at least one date.",
    ar="يلزم للاعتماد ذكر الجهة ورقم الاجتماع وتاريخ واحد على الأقل.",
)
approval_date_invalid = Reason(
    code="approval_date_invalid",
    en="Write the Gregorian date as year-month-day, for example 2023-11-16.",
    ar="اكتب التاريخ الميلادي بصيغة السنة ثم الشهر ثم اليوم، مثل 2023-11-16.",
)
same_person = Reason(
    code="four_eyes",
    en="Whoever drafted the policy may not record its approval.",
    ar="لا يسجّل الاعتمادَ من أعدّ المسودة.",
)
approval_missing = Reason(
    code="approval_missing",
    en="An amended version comes into force only once its approval is recorded.",
    ar="لا يسري إصدار معدّل قبل تسجيل اعتماده.",
)
not_yet_effective = Reason(
    code="not_yet_effective",
    en="The day from which it rules has not come yet: {date}.",
    ar="لم يحن بعد تاريخ السريان: {date}.",
)
