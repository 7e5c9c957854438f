"""What is said to an applicant before he signs: the declaration, who studies his request, and when the reply comes."""

from __future__ import annotations

import re

from gateways.portal.case_view import Case
from gateways.portal.counting import counted
from gateways.portal.looks import Pair

FACE_TO_FACE = frozenset({"interview", "field_visit", "branch_delegate"})
DECLARATION: Pair = (
    "أقر بصحة البيانات والمستندات المعروضة عليّ، وأتحمل مسؤوليتها مباشرةً.",
    "I declare that the data and documents shown to me are right, and I answer for them directly.",
)
_WINDOW = re.compile(r"(due_by|not_before)_(\d+)_(working_day|calendar_day)")


def words_of_process(case: Case) -> Pair:
    """Who studies it, and when the reply comes."""
    ar, en = case.named(case.now.reviewing_body)
    window = _window(case.now.window_text)
    return f"يدرس طلبك: {ar}. {window[0]}", f"Your request is studied by: {en}. {window[1]}"


def _window(text: str) -> Pair:
    found = _WINDOW.fullmatch(text)
    if found is None:
        return "لا تحدد السياسة موعدًا للرد.", "The policy sets no date for the reply."
    bound, n, unit = found.groups()
    what = "working_day" if unit == "working_day" else "day"
    ar, en = counted(int(n), what, "ar"), counted(int(n), what, "en")
    if bound == "due_by":
        return f"يصلك الرد خلال {ar} من اكتمال الطلب.", f"You have the reply within {en} of its completion."
    return f"لا يصلك الرد قبل مضي {ar} من اكتمال الطلب.", f"The reply does not come before {en} after its completion."
