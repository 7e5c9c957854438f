"""Why something about a reply or a service is refused."""

from __future__ import annotations

from shared.domain.refusals import Reason

reply_before_window = Reason(
    code="reply_before_window",
    en="The reply may go out on {date} at the earliest ({clause}). Senior management can authorise an earlier one.",
    ar="لا يصدر الرد قبل {date} ({clause}). وللإدارة العليا أن تأذن برد أبكر.",
)
no_minimum = Reason(
    code="no_minimum",
    en="This request has no earliest day for the reply; nothing needs to be lifted.",
    ar="ليس لهذا الطلب موعد أدنى للرد؛ لا حاجة إلى إذن.",
)
already_authorised = Reason(
    code="already_authorised", en="An early reply is authorised already.", ar="سبق الإذن بالرد المبكر."
)
no_words_of_a_leave = Reason(
    code="no_words_of_a_leave",
    en="No words were written to the leave for an early reply.",
    ar="لم يُكتب للإذن بالرد المبكر نص.",
)
no_words_of_a_delivery = Reason(
    code="no_words_of_a_delivery",
    en="Nobody has written down what was given.",
    ar="لم يُكتب ما قُدّم.",
)
nobody_to_serve = Reason(
    code="nobody_to_serve",
    en="Who is served is told once the request is approved and the reply given, until it is closed.",
    ar="يُعرف من تُقدَّم له الخدمة بعد قبول الطلب وإبلاغ الرد، إلى أن يُغلق.",
)
leave_without_words = Reason(
    code="leave_without_words",
    en="Another reason than those listed is written in words.",
    ar="السبب غير المدرج يُكتب بالكلمات.",
)
replies_to_own_authorisation = Reason(
    code="replies_to_own_authorisation",
    en="Whoever authorised the early reply does not issue it.",
    ar="من أذن بالرد المبكر لا يصدره بنفسه.",
)
clock_stands_still = Reason(
    code="clock_stands_still",
    en="An answer is awaited and the clock stands still until it comes.",
    ar="العدّ متوقف حتى يصل الاستكمال المطلوب.",
)
not_approved = Reason(
    code="not_approved", en="Only an approved request is served.", ar="لا تُقدَّم الخدمة إلا لطلب مقبول."
)
delivered_before_decision = Reason(
    code="delivered_before_decision",
    en="The service cannot have been delivered before the decision of {date}.",
    ar="لا يمكن أن تكون الخدمة قد قُدّمت قبل القرار بتاريخ {date}.",
)
service_owed = Reason(
    code="service_owed",
    en="An approved request is closed after its service was delivered, or the reason why not was recorded.",
    ar="لا يُغلق الطلب المقبول إلا بعد تقديم الخدمة أو تسجيل سبب عدم تقديمها.",
)
