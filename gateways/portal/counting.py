"""Counted nouns: a number with its noun in the right form."""

from __future__ import annotations

from collections.abc import Mapping

from shared.locale import counting
from shared.locale.wording import Language

COUNTED: Mapping[str, counting.Noun] = {
    "event": ("حدث واحد", "حدثان", "أحداث", "حدثًا", "حدث", "event", "events"),
    "linked": (
        "حدث واحد متصل",
        "حدثان متصلان",
        "أحداث متصلة",
        "حدثًا متصلًا",
        "حدث متصل",
        "linked event",
        "linked events",
    ),
    "hit": ("نتيجة واحدة", "نتيجتان", "نتائج", "نتيجة", "نتيجة", "result", "results"),
    "working_day": ("يوم عمل", "يوما عمل", "أيام عمل", "يوم عمل", "يوم عمل", "working day", "working days"),
    "auto_step": (
        "خطوة آلية",
        "خطوتان آليتان",
        "خطوات آلية",
        "خطوة آلية",
        "خطوة آلية",
        "automatic step",
        "automatic steps",
    ),
    "open_request": (
        "طلب مفتوح واحد",
        "طلبان مفتوحان",
        "طلبات مفتوحة",
        "طلبًا مفتوحًا",
        "طلب مفتوح",
        "open request",
        "open requests",
    ),
    "glance": ("اطّلاع واحد", "اطّلاعان", "اطّلاعات", "اطّلاعًا", "اطّلاع", "reading", "readings"),
    "reader": ("قارئ واحد", "قارئين", "قرّاء", "قارئًا", "قارئ", "reader", "readers"),
    "request": ("طلب واحد", "طلبان", "طلبات", "طلبًا", "طلب", "request", "requests"),
    "unanswered": (
        "استفسار واحد بلا جواب",
        "استفساران بلا جواب",
        "استفسارات بلا جواب",
        "استفسارًا بلا جواب",
        "استفسار بلا جواب",
        "unanswered inquiry",
        "unanswered inquiries",
    ),
    "item": ("بند واحد", "بندان", "بنود", "بندًا", "بند", "item", "items"),
    "member": ("عضو واحد", "عضوان", "أعضاء", "عضوًا", "عضو", "member", "members"),
    "review": ("ملف واحد", "ملفان", "ملفات", "ملفًا", "ملف", "file", "files"),
    "open_review": ("ملف واحد", "ملفان", "ملفات", "ملفًا", "ملف", "file to study", "files to study"),
    "late_working_day": ("يوم عمل", "يومي عمل", "أيام عمل", "يوم عمل", "يوم عمل", "working day", "working days"),
    "late_day": ("يومًا واحدًا", "يومين", "أيام", "يومًا", "يوم", "day", "days"),
    "day_ago": ("يوم واحد", "يومين", "أيام", "يومًا", "يوم", "day", "days"),
    "day": ("يوم واحد", "يومان", "أيام", "يومًا", "يوم", "day", "days"),
}


def counted(n: int, what: str, language: Language) -> str:
    """A number with its noun in the right form."""
    return counting.counted(n, COUNTED[what], language)
