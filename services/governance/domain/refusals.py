"""Why governance says no: stable codes, one sentence in each language."""

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
unknown_waiver = Reason(
    code="unknown_waiver",
    en="There is no separation-of-duties rule called {waiver}.",
    ar="لا توجد قاعدة لفصل المهام باسم {waiver}.",
)
setting_out_of_range = Reason(
    code="setting_out_of_range",
    en="The setting {setting} is outside what is allowed.",
    ar="قيمة الإعداد {setting} خارج المسموح.",
)
resolution_required = Reason(
    code="resolution_required",
    en="This change needs the number of the association's resolution.",
    ar="يلزم لهذا التغيير رقم قرار الجمعية.",
)
unit_exists = Reason(code="unit_exists", en="This unit exists already.", ar="هذه الوحدة معرّفة من قبل.")
no_such_unit = Reason(code="no_such_unit", en="There is no such unit.", ar="لا توجد وحدة بهذا الرمز.")
channel_needs_policy_version = Reason(
    code="channel_needs_policy_version",
    en="The policy in force names its channels and allows no others; another one needs a new policy version.",
    ar="السياسة السارية حدّدت قنواتها ولا تجيز غيرها؛ وإضافة قناة تستلزم إصدارًا جديدًا من السياسة.",
)
justification_required = Reason(
    code="justification_required",
    en="Say why this channel suits the association and breaks no law.",
    ar="يلزم بيان ملاءمة القناة لتوجّه الجمعية وعدم مخالفتها للأنظمة.",
)
channel_permitted_already = Reason(
    code="channel_permitted_already", en="This channel is permitted already.", ar="هذه القناة مأذون بها من قبل."
)
channel_not_permitted = Reason(
    code="channel_not_permitted",
    en="This channel is not one of the association's.",
    ar="هذه القناة ليست من قنوات الجمعية.",
)
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
policy_exists = Reason(
    code="policy_exists",
    en="This policy has been begun already; amend it.",
    ar="بدأت هذه السياسة من قبل؛ عدّلها بإصدار جديد.",
)
version_out_of_turn = Reason(
    code="version_out_of_turn",
    en="The next version is {expected}; versions have no gaps.",
    ar="الإصدار التالي هو {expected}؛ فالإصدارات متتابعة بلا انقطاع.",
)
draft_pending = Reason(
    code="draft_pending",
    en="Version {version} is still being worked on; finish or withdraw it first.",
    ar="الإصدار {version} ما زال قيد الإعداد؛ أتمّه أو اسحبه أولًا.",
)
no_such_version = Reason(code="no_such_policy_version", en="There is no such version.", ar="لا يوجد إصدار بهذا الرقم.")
wrong_stage = Reason(
    code="wrong_stage",
    en="This version is {stage}; that does not admit this step.",
    ar="حالة هذا الإصدار ({stage}) لا تسمح بهذه الخطوة.",
)
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
finding_exists = Reason(code="finding_exists", en="This finding is recorded already.", ar="هذه الملاحظة مسجّلة من قبل.")
no_such_finding = Reason(
    code="no_such_finding", en="There is no such open finding.", ar="لا توجد ملاحظة مفتوحة بهذا الرمز."
)
no_window_to_read = Reason(
    code="no_window_to_read",
    en="This reading does not fit the window the text states.",
    ar="هذا التفسير لا يناسب المدة الواردة في النص.",
)
document_names_other_policy = Reason(
    code="document_names_other_policy",
    en="The document is that of another association, policy or version.",
    ar="المستند يخص جمعية أو سياسة أو إصدارًا آخر.",
)
content_unreadable = Reason(
    code="content_unreadable", en="The file must be sent as base64.", ar="يجب إرسال الملف بترميز base64."
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
role_unknown = Reason(code="role_unknown", en="There is no role {role}.", ar="لا يوجد دور باسم {role}.")
role_held = Reason(code="role_held", en="This role is held already.", ar="هذا الدور مسند من قبل.")
role_not_held = Reason(code="role_not_held", en="This role is not held.", ar="هذا الدور غير مسند.")
seat_taken = Reason(code="seat_taken", en="This seat is filled.", ar="هذا المنصب مشغول.")
service_ended = Reason(code="service_ended", en="This person has left service.", ar="انتهت خدمة هذا الموظف.")
tool_listed = Reason(code="tool_listed", en="This tool is listed already.", ar="هذه الأداة مدرجة من قبل.")
seat_excepted = Reason(
    code="seat_excepted",
    en="A special policy applies to this seat; it is not asked.",
    ar="تنطبق على هذا المنصب سياسة خاصة؛ فلا يُطلب منه التوقيع.",
)
not_circulated = Reason(
    code="not_circulated", en="This version has not been circulated.", ar="لم يُعمَّم هذا الإصدار بعد."
)
not_your_seat = Reason(
    code="not_your_seat", en="Only who holds the seat signs for it.", ar="لا يوقّع عن المنصب إلا شاغله."
)
acknowledgement_settled = Reason(
    code="acknowledgement_settled",
    en="This acknowledgement is {stage} already.",
    ar="حالة هذا التوقيع ({stage}) لا تسمح بذلك.",
)
other_text_shown = Reason(
    code="other_text_shown",
    en="The text shown is not the version that was circulated.",
    ar="النص المعروض ليس الإصدار الذي عُمّم.",
)
nobody_appointed = Reason(
    code="nobody_appointed",
    en="Nobody is appointed for this category and field.",
    ar="لا يوجد ضابط اتصال مكلّف بهذه الفئة وهذا المجال.",
)
staff_registered = Reason(
    code="staff_registered", en="This staff reference is in use already.", ar="سبق استعمال هذا الرقم المرجعي لموظف."
)
agreement_recorded = Reason(
    code="agreement_recorded", en="This agreement is recorded already.", ar="هذه الاتفاقية مسجّلة من قبل."
)
agreement_number_required = Reason(
    code="agreement_number_required", en="An agreement needs its number.", ar="يلزم للاتفاقية رقمها."
)
agreement_ended = Reason(code="agreement_ended", en="This agreement has ended.", ar="انتهت هذه الاتفاقية من قبل.")
breach_recorded = Reason(code="breach_recorded", en="This breach is recorded already.", ar="هذا التسرّب مسجّل من قبل.")
breach_closed = Reason(code="breach_closed", en="This breach is closed.", ar="أُغلق سجل هذا التسرّب.")
count_negative = Reason(
    code="count_negative", en="A number of people is not below zero.", ar="لا يكون عدد الأشخاص أقل من صفر."
)
not_yet_known = Reason(
    code="not_yet_known", en="It cannot become known in the future.", ar="لا يكون وقت العلم بالواقعة في المستقبل."
)
code_invalid = Reason(
    code="code_invalid",
    en="A code holds small Latin letters, digits and _ only.",
    ar="يتكون الرمز من حروف لاتينية صغيرة وأرقام وشرطة سفلية فقط.",
)
