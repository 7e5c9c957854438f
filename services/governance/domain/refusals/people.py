"""Why staff, their seats and those the association works with cannot be recorded so."""

from __future__ import annotations

from shared.domain.refusals import Reason

role_unknown = Reason(code="role_unknown", en="There is no role {role}.", ar="لا يوجد دور باسم {role}.")
role_held = Reason(code="role_held", en="This role is held already.", ar="هذا الدور مسند من قبل.")
role_not_held = Reason(code="role_not_held", en="This role is not held.", ar="هذا الدور غير مسند.")
seat_taken = Reason(code="seat_taken", en="This seat is filled.", ar="هذا المنصب مشغول.")
service_ended = Reason(code="service_ended", en="This person has left service.", ar="انتهت خدمة هذا الموظف.")
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
