"""Why complaints says no."""

from __future__ import annotations

from shared.domain.refusals import Reason

channel_not_permitted = Reason(
    code="channel_not_permitted",
    en="{channel} is not one of your association's channels for complaints. They are: {channels}.",
    ar="{channel} ليست من قنوات الشكاوى في جمعيتكم. القنوات: {channels}.",
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
not_in_this_stage = Reason(
    code="not_in_this_stage",
    en="This is not possible while the complaint is {stage}.",
    ar="لا يمكن هذا والشكوى في هذه المرحلة: {stage}.",
)
another_complainant = Reason(
    code="another_complainant",
    en="Somebody can complain in his own name only.",
    ar="تُقدَّم الشكوى باسم صاحبها فقط.",
)
