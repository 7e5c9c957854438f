"""Who has had the history of which case told to him."""

from __future__ import annotations

from datetime import datetime

from shared.application.desk import Desk
from shared.domain.messages import message

LATEST = 1000


@message
class ListCaseReadings:
    """The latest thousand readings by auditors: of one case, by one of them, or all."""

    case_id: str | None = None
    reader: str | None = None


@message
class CaseReadingRow:
    """One service's part of a case. until: the moment that was asked about, None for the present; read_at: when."""

    case_id: str
    service: str
    reader: str
    until: datetime | None
    read_at: datetime


@message
class CaseReadingList:
    """Oldest first."""

    readings: tuple[CaseReadingRow, ...]


def list_case_readings(query: ListCaseReadings, desk: Desk) -> CaseReadingList:
    found = desk.infrastructure.vault.case_readings(
        desk.actor.tenant, case_id=query.case_id, reader=query.reader, latest=LATEST
    )
    return CaseReadingList(
        readings=tuple(
            CaseReadingRow(
                case_id=one.case_id, service=one.service, reader=one.reader, until=one.until, read_at=one.read_at
            )
            for one in found
        )
    )
