"""Why notifications says no."""

from __future__ import annotations

from shared.domain.refusals import Reason

not_awaiting_staff = Reason(
    code="not_awaiting_staff",
    en="This message is not waiting for staff to hand it over.",
    ar="هذا الإشعار لا ينتظر تسليمًا من موظف.",
)
other_channel = Reason(
    code="other_channel",
    en="This message goes by {channel}.",
    ar="قناة هذا الإشعار هي {channel}.",
)
other_recipient = Reason(
    code="other_recipient",
    en="This message is for somebody else.",
    ar="هذا الإشعار لشخص آخر.",
)
proof_missing = Reason(
    code="proof_missing",
    en="Say how the delivery can be proved.",
    ar="اذكر ما يثبت التسليم.",
)
delivered_in_future = Reason(
    code="delivered_in_future",
    en="A delivery cannot be recorded before its day.",
    ar="لا يُسجَّل التسليم قبل يومه.",
)
not_sent = Reason(
    code="not_sent",
    en="This message has not been handed to a provider.",
    ar="لم يُسلَّم هذا الإشعار إلى مزود الخدمة.",
)
not_your_wish = Reason(
    code="not_your_wish",
    en="Only the person concerned, or staff on his word, changes this.",
    ar="لا يغيّر هذا إلا صاحب الشأن أو موظف بطلب منه.",
)
unknown_template = Reason(
    code="unknown_template",
    en="There is no message called {code}.",
    ar="لا توجد رسالة باسم {code}.",
)
unknown_placeholder = Reason(
    code="unknown_placeholder",
    en="The wording may use only these placeholders: {known}.",
    ar="لا يجوز في النص غير هذه الرموز: {known}.",
)
text_missing = Reason(
    code="text_missing",
    en="A message needs a subject and a body in both languages.",
    ar="لا بد للرسالة من عنوان ونص باللغتين.",
)
