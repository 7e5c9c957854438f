"""Why complaints says no."""

from __future__ import annotations

from shared.domain.refusals import Reason

channel_not_permitted = Reason(
    code="channel_not_permitted",
    en="Complaints come over one of these channels: {en}.",
    ar="تُستقبل الشكاوى عبر إحدى هذه القنوات: {ar}.",
)
fax_page_missing = Reason(
    code="fax_page_missing",
    en="A complaint by fax needs the reference of its page.",
    ar="الشكوى الواردة بالفاكس تحتاج إلى مرجع صفحتها.",
)
narrative_missing = Reason(
    code="narrative_missing",
    en="Say what happened, so that it can be followed up.",
    ar="اكتب ما حدث لنتمكن من متابعته.",
)
already_acknowledged = Reason(
    code="already_acknowledged",
    en="The complainant has been told already that the complaint has arrived.",
    ar="سبق إشعار صاحب الشكوى باستلامها.",
)
acknowledge_first = Reason(
    code="acknowledge_first",
    en="Tell the complainant first that the complaint has arrived.",
    ar="يُشعَر صاحب الشكوى باستلامها أولًا.",
)
another_complainant = Reason(
    code="another_complainant",
    en="You can complain here in your own name. To stay anonymous, complain without signing in.",
    ar="تُقدَّم الشكوى هنا باسم صاحبها. ولإخفاء الاسم تُقدَّم دون تسجيل الدخول.",
)
basis_reference_missing = Reason(
    code="basis_reference_missing",
    en="Name the case or the order the hold rests on.",
    ar="اذكر رقم القضية أو الأمر الذي يستند إليه الحفظ.",
)
hold_released_already = Reason(
    code="hold_released_already",
    en="This hold has been released already.",
    ar="سبق رفع أمر الحفظ هذا.",
)
