"""The record of who had a case's history told to him; it stands beside the record of what was opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from shared.vault.database import Read, Run, stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReading:
    """One service's part of a case, as it was told to somebody. until: the moment he asked about, None for the present;
    read_at: when he asked."""

    tenant: str
    case_id: str
    service: str
    reader: str
    until: datetime | None
    read_at: datetime


def noted(run: Run, told: CaseReading) -> None:
    """Store one."""
    until = None if told.until is None else stamp(told.until)
    row = (told.tenant, str(uuid4()), told.case_id, told.service, told.reader, until, stamp(told.read_at))
    run(
        "INSERT INTO case_reading (tenant, reading_id, case_id, service, reader, until, read_at)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s)",
        *row,
    )


def found(read: Read, tenant: str, case_id: str | None, reader: str | None, latest: int) -> list[CaseReading]:
    """The latest, oldest of them first."""
    wanted = [(column, value) for column, value in (("case_id", case_id), ("reader", reader)) if value is not None]
    condition = "".join(f" AND {column} = %s" for column, _ in wanted)
    rows = read(
        "SELECT case_id, service, reader, until, read_at FROM case_reading"
        f" WHERE tenant = %s{condition} ORDER BY read_at DESC, reading_id LIMIT %s",
        *(tenant, *(value for _, value in wanted), latest),
    )
    return [_reading(tenant, *row) for row in reversed(rows)]


def _reading(tenant: str, case_id: str, service: str, reader: str, until: str | None, read_at: str) -> CaseReading:
    return CaseReading(
        tenant=tenant,
        case_id=case_id,
        service=service,
        reader=reader,
        until=datetime.fromisoformat(until) if until else None,
        read_at=datetime.fromisoformat(read_at),
    )
