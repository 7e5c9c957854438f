"""Why something about a support request is refused, until it is with the reviewing body."""

from __future__ import annotations

from shared.domain.refusals import Reason

unknown_service = Reason(
    code="unknown_service",
    en="The association has not published this service.",
    ar="لم تنشر الجمعية هذه الخدمة.",
)
nothing_to_confirm = Reason(
    code="nothing_to_confirm",
    en="Only a request opened by outreach is confirmed, and once.",
    ar="التأكيد لطلبات المبادرة فقط، ومرة واحدة.",
)
outreach_not_confirmed = Reason(
    code="outreach_not_confirmed",
    en="The beneficiary or the guardian has not yet confirmed this request.",
    ar="لم يؤكد المستفيد أو وليّه هذا الطلب بعد.",
)
item_not_required = Reason(
    code="item_not_required",
    en="This service does not ask for such an item.",
    ar="لا تتطلب هذه الخدمة هذا المستند.",
)
need_empty = Reason(code="need_empty", en="Write what is asked for.", ar="اكتب ما يطلبه.")
no_need_stated = Reason(
    code="no_need_stated", en="Nobody has written down what is asked for.", ar="لم يُكتب ما يطلبه المستفيد بعد."
)
original_not_seen = Reason(
    code="original_not_seen",
    en="The register does not say that the original of the identity document was seen. Record that on the person: it "
    "then counts here by itself.",
    ar="لا يذكر السجل الاطلاع على أصل الهوية. سجّل الاطلاع للمستفيد، فيُحتسب هنا من تلقاء نفسه.",
)
no_such_evidence = Reason(
    code="no_such_evidence",
    en="This item has not been brought.",
    ar="لم يُقدَّم هذا المستند.",
)
copy_without_basis = Reason(
    code="copy_without_basis",
    en="A copy may be kept only on a stated legal basis and until a stated day.",
    ar="لا تُحفظ نسخة إلا بأساس نظامي محدد وحتى تاريخ محدد.",
)
nothing_asked = Reason(code="nothing_asked", en="Name at least one item.", ar="اذكر مستندًا واحدًا على الأقل.")
not_what_was_asked = Reason(
    code="not_what_was_asked",
    en="Still missing of what was asked for: {items}.",
    ar="ما زال ناقصًا مما طُلب: {items}.",
)
nothing_to_sign = Reason(
    code="nothing_to_sign",
    en="A signature is given over what is shown; nothing was shown.",
    ar="يُوقَّع على ما عُرض، ولم يُعرض شيء.",
)
data_changed = Reason(
    code="data_changed",
    en="The data has changed since it was shown (revision {current}); show it again and sign anew.",
    ar="تغيّرت البيانات بعد عرضها (النسخة {current})؛ اعرضها من جديد ثم يُوقَّع الإقرار.",
)
paper_location_missing = Reason(
    code="paper_location_missing",
    en="A signature on paper needs the place where the paper lies.",
    ar="التوقيع على الورق يحتاج إلى مكان حفظ الورقة.",
)
declaration_missing = Reason(
    code="declaration_missing",
    en="The declaration of accuracy has not been signed ({clause}).",
    ar="لم يُوقَّع إقرار صحة البيانات ({clause}).",
)
declaration_void = Reason(
    code="declaration_void",
    en="The data has changed since the declaration was signed; it must be signed again ({clause}).",
    ar="تغيّرت البيانات بعد توقيع الإقرار؛ يلزم التوقيع من جديد ({clause}).",
)
process_not_explained = Reason(
    code="process_not_explained",
    en="The applicant has not yet been told who studies the request and when to expect the reply.",
    ar="لم يُخبَر طالب الدعم بعد بمن يدرس طلبه ومتى يصله الرد.",
)
missing_later = Reason(
    code="missing_later",
    en="These can follow, until the request is complete: {en}",
    ar="وهذا يُستكمل لاحقًا قبل اكتمال الطلب: {ar}",
)
items_missing = Reason(
    code="items_missing",
    en="Still missing: {items}.",
    ar="ما زال ناقصًا: {items}.",
)
evidence_expired = Reason(
    code="evidence_expired",
    en="Out of date on the day of submission, {date} ({clause}): {items}. Ask for a renewed one.",
    ar="انتهت صلاحيته يوم تقديم الطلب، {date} ({clause}): {items}. اطلب نسخة مجددة.",
)
evidence_out_of_date = Reason(
    code="evidence_out_of_date",
    en="Not taken in: {items} was valid until {date}, and evidence must be in date on submission ({clause}). "
    "Ask for a renewed one.",
    ar="لم يُتسلّم {items}: انتهت صلاحيته في {date}، ويلزم أن يكون ساريًا يوم تقديم الطلب ({clause}). اطلب نسخة مجددة.",
)
evidence_expired_unsaid = Reason(
    code="evidence_expired_unsaid",
    en="{items} was valid until {date}. This policy does not ask for evidence in date: say that it is taken in as "
    "expired, or ask for a renewed one. The reviewing body sees that it has expired.",
    ar="{items}: انتهت صلاحيته في {date}. لا تشترط هذه السياسة السريان: صرّح بأنه يُتسلّم منتهيًا، أو اطلب نسخة مجددة. "
    "ويظهر انتهاؤه في الملف أمام جهة الدراسة.",
)
calendars_disagree = Reason(
    code="calendars_disagree",
    en="The Hijri and the Gregorian date are not the same day.",
    ar="التاريخان الهجري والميلادي ليسا يومًا واحدًا.",
)
evidence_unmatched = Reason(
    code="evidence_unmatched",
    en="Not yet matched with the data: {items}.",
    ar="لم تُطابَق مع البيانات بعد: {items}.",
)
criteria_not_given = Reason(
    code="criteria_not_given",
    en="The criteria and conditions have not been handed over.",
    ar="لم تُعطَ المعايير والاشتراطات بعد.",
)
contact_not_agreed = Reason(
    code="contact_not_agreed",
    en="No means of contact has been agreed yet ({clause}).",
    ar="لم يُتفق بعد على وسيلة التواصل ({clause}).",
)
guardian_missing = Reason(
    code="guardian_missing",
    en="The beneficiary is a minor; a guardian must be linked first.",
    ar="المستفيد قاصر؛ يلزم ربط وليّه أولًا.",
)
calendar_missing = Reason(
    code="calendar_missing",
    en="The association has no working calendar in force; the reply window cannot be counted.",
    ar="لا يوجد للجمعية تقويم عمل سارٍ؛ لا يمكن حساب مهلة الرد.",
)
