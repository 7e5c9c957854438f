"""Readings as a person sees them: what somebody opened within one minute, on one page, is one glance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from gateways.portal.looks import Pair
from services.catalogue import NAMES
from services.governance.application.questions.content_readings import ContentReadingRow
from services.governance.application.questions.readings import CaseReadingRow

HISTORY = "history"
CONTENTS: Mapping[str, Pair] = {
    HISTORY: ("سجل الحالة كله", "the whole record of the case"),
    "profile": ("الاسم والبيانات الأساسية", "name and basic particulars"),
    "identity": ("رقم الهوية", "identity number"),
    "identity_notes": ("سبب الرقم المشترك", "why a number is shared"),
    "contact_points": ("أرقام التواصل وعناوينه", "telephone numbers and addresses"),
    "guardianship": ("سند الولاية", "basis of the guardianship"),
    "needs": ("الحاجة بالكلمات", "the need in words"),
    "documents": ("نسخ المستندات", "copies of documents"),
    "declarations": ("الإقرار الموقّع", "the signed declaration"),
    "study": ("الدراسة", "the study"),
    "decision": ("أسباب القرار وما مُنح", "reasons of the decision, and what was granted"),
    "message": ("نص رسالة", "text of a message"),
    "services": ("ما سُلّم", "what was delivered"),
    "early_reply": ("سبب الإذن بالرد المبكر", "why an early reply was permitted"),
    "inquiries": ("استفسار وجوابه", "a question and its answer"),
    "complaint": ("نص شكوى", "text of a complaint"),
    "minutes": ("ملاحظات المحضر ومكان الجلسة", "remarks of minutes, and the session’s place"),
}
PURPOSES: Mapping[str, Pair] = {
    "": ("قراءة السجل", "Reading the record"),
    "case_page": ("صفحة الحالة", "The case’s page"),
    "portal_page": ("صفحة في البوابة", "A page of the portal"),
    "at_the_counter": ("الاستقبال", "Reception"),
    "day_list": ("قائمة اليوم", "The day’s list"),
    "search": ("البحث", "Search"),
    "duplicate_check": ("المقارنة بمن يشبهه", "Comparison with somebody alike"),
    "inquiry_page": ("صفحة الاستفسار", "The question’s page"),
    "reading the study": ("دراسة الطلب", "Studying the request"),
    "reading the decision": ("القرار", "The decision"),
    "reading the votes": ("التصويت", "The votes"),
    "reading minutes": ("المحضر", "The minutes"),
    "reading the place": ("الجلسة", "The session"),
    "reading a notification": ("صفحة الرسالة", "The message’s page"),
    "sending a notification": ("إرسال رسالة", "Sending a message"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What one reader opened at one time. contents: their words; purpose: what for; of_case: whether in its work;
    of_record: the record itself and no sealed content; by_itself: a service did, as when it sends a message."""

    reader: str
    at: datetime
    purpose: Pair
    contents: tuple[Pair, ...]
    of_case: bool
    of_record: bool

    @property
    def by_itself(self) -> bool:
        return self.reader in NAMES


def glances(case_id: str, opened: Iterable[ContentReadingRow], told: Iterable[CaseReadingRow]) -> Sequence[Glance]:
    """The latest first. opened: sealed contents; told: histories, a row for each service's part."""
    rows = [(_minute(one.read_at), one.reader, one.reason, one.case_id == case_id, one.category) for one in opened]
    rows += [(_minute(one.read_at), one.reader, "", True, HISTORY) for one in told]
    rows.sort(key=lambda row: row[:4])
    found = [
        Glance(
            reader=reader,
            at=at,
            purpose=PURPOSES.get(reason, (reason, reason)),
            contents=tuple(CONTENTS.get(code, (code, code)) for code in dict.fromkeys(row[4] for row in these)),
            of_case=of_case,
            of_record=not reason,
        )
        for (at, reader, reason, of_case), these in groupby(rows, key=lambda row: row[:4])
    ]
    return found[::-1]


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
