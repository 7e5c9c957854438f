"""The stages of requests, reviews, sessions and inquiries as people see them: word, tone and icon together."""

from __future__ import annotations

from collections.abc import Mapping

Look = tuple[str, str, str, str]

STAGES: Mapping[str, Look] = {
    "open": ("مفتوح", "open", "info", "circle-dot"),
    "in_clarification": ("مع البحث الاجتماعي", "with social research", "info", "users"),
    "awaiting_information": ("بانتظار استكمال", "awaiting information", "wait", "hourglass"),
    "submitted": ("مقدَّم", "submitted", "info", "inbox"),
    "completed": ("مكتمل", "complete", "ok", "circle-check"),
    "under_review": ("قيد الدراسة", "under review", "study", "scale"),
    "queried_in_review": ("سؤال من الدراسة", "queried in review", "wait", "message-circle"),
    "decided": ("صدر القرار", "decided", "info", "gavel"),
    "replied": ("أُبلغ بالرد", "reply given", "ok", "send"),
    "in_service": ("قيد تقديم الخدمة", "in service", "study", "package"),
    "delivered": ("قُدّمت الخدمة", "delivered", "ok", "package-check"),
    "not_delivered": ("لم تُقدَّم الخدمة", "not delivered", "late", "circle-x"),
    "withdrawn": ("سُحب الطلب", "withdrawn", "mute", "undo-2"),
    "closed": ("مغلق", "closed", "mute", "circle-minus"),
}
REVIEW_STAGES: Mapping[str, Look] = {
    "opened": ("بانتظار الدراسة", "awaiting study", "info", "inbox"),
    "in_study": ("قيد الدراسة", "under study", "study", "scale"),
    "awaiting_information": ("طُلبت معلومات", "information asked for", "wait", "message-circle"),
    "on_agenda": ("على جدول الأعمال", "on the agenda", "study", "calendar-clock"),
    "deferred": ("أُجّل", "deferred", "wait", "hourglass"),
    "decided": ("صدر القرار", "decided", "info", "gavel"),
    "minutes_adopted": ("اعتُمد المحضر", "minutes adopted", "ok", "file-check"),
    "cancelled": ("أُلغيت الدراسة", "cancelled", "mute", "circle-minus"),
}
INQUIRY_STAGES: Mapping[str, Look] = {
    "open": ("بلا جواب", "unanswered", "wait", "hourglass"),
    "referred": ("محال", "referred", "info", "send"),
    "answered": ("أُجيب عنه", "answered", "ok", "circle-check"),
}
SESSION_STAGES: Mapping[str, Look] = {
    "scheduled": ("دُعي إليها", "scheduled", "info", "calendar-clock"),
    "held": ("عُقدت", "held", "study", "gavel"),
    "drafted": ("كُتب محضرها", "minutes drafted", "wait", "file-text"),
    "adopted": ("اعتُمد محضرها", "minutes adopted", "ok", "file-check"),
}
