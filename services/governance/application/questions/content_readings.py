"""Who has opened what was sealed, of one case and of whom it is about."""

from __future__ import annotations

from datetime import datetime

from services.governance.application.questions.readings import LATEST
from shared.application.desk import Desk
from shared.domain.messages import message


@message
class ListContentReadings:
    """The latest thousand: in the work of one case, and of one person's content wherever it was opened.

    case_id: a request, an inquiry or a session; subject_id: a beneficiary.
    """

    case_id: str
    subject_id: str | None = None


@message
class ContentReadingRow:
    """One content opened. reader: reference of whoever opened it; category: under which it was sealed; reason: what it
    was opened for, as the page or service gave it; case_id: in whose work, None outside any; read_at: when."""

    reader: str
    category: str
    reason: str
    case_id: str | None
    read_at: datetime


@message
class ContentReadingList:
    """Oldest first."""

    readings: tuple[ContentReadingRow, ...]


def list_content_readings(query: ListContentReadings, desk: Desk) -> ContentReadingList:
    found = desk.infrastructure.vault.readings(
        desk.actor.tenant, subject=query.subject_id, case_id=query.case_id, latest=LATEST
    )
    return ContentReadingList(
        readings=tuple(
            ContentReadingRow(
                reader=one.reader, category=one.category, reason=one.reason, case_id=one.case_id, read_at=one.read_at
            )
            for one in found
        )
    )
