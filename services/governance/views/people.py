"""Who serves where and with which roles, who has signed, who answers which inquiries: references, never names."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Integer, MetaData, String, Table

from services.governance.domain.events import acknowledgement as signing
from services.governance.domain.events import liaison, people
from shared.followers import Rows, View
from shared.store.log import Recorded

_META = MetaData()
STAFF = Table(
    "staff",
    _META,
    Column("tenant", String, primary_key=True),
    Column("staff_ref", String, primary_key=True),
    Column("seat_id", String, nullable=False),
    Column("job_title_code", String, nullable=False),
    Column("unit_code", String),
    Column("is_serving", Boolean, nullable=False),
)
ROLES = Table(
    "staff_roles",
    _META,
    Column("tenant", String, primary_key=True),
    Column("staff_ref", String, primary_key=True),
    Column("role", String, primary_key=True),
    Column("unit_code", String, primary_key=True),
    Column("since", String, nullable=False),
)
ACKNOWLEDGEMENTS = Table(
    "acknowledgements",
    _META,
    Column("tenant", String, primary_key=True),
    Column("acknowledgement_id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("policy_id", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("seat_id", String, nullable=False),
    Column("job_title_en", String),
    Column("job_title_ar", String),
    Column("staff_ref", String),
    Column("due_on", String),
    Column("stage", String, nullable=False),
    Column("signed_on", String),
)
LIAISON_OFFICERS = Table(
    "liaison_officers",
    _META,
    Column("tenant", String, primary_key=True),
    Column("category", String, primary_key=True),
    Column("field", String, primary_key=True),
    Column("staff_ref", String, nullable=False),
    Column("since", String, nullable=False),
)


def apply(rows: Rows, recorded: Recorded, event: Any) -> None:
    """Fill the tables."""
    match event:
        case people.StaffMemberRegistered(staff_ref=who, seat_id=seat, job_title_code=title, unit_code=unit):
            row = {"staff_ref": who, "seat_id": seat, "job_title_code": title, "unit_code": unit}
            rows.put(STAFF, **row, is_serving=True)
        case people.StaffMemberLeft(staff_ref=who):
            rows.change(STAFF, {"staff_ref": who}, is_serving=False)
        case people.RoleAssigned(staff_ref=who, role=role, unit_code=unit, on=on):
            rows.put(ROLES, staff_ref=who, role=role, unit_code=unit or "", since=on.isoformat())
        case people.RoleRevoked(staff_ref=who, role=role, unit_code=unit):
            rows.remove(ROLES, staff_ref=who, role=role, unit_code=unit or "")
        case liaison.LiaisonOfficerAppointed(category=category, field=field, staff_ref=who, on=on):
            row = {"category": category, "field": field, "staff_ref": who, "since": on.isoformat()}
            rows.put(LIAISON_OFFICERS, **row)
        case liaison.LiaisonOfficerAppointmentEnded(category=category, field=field):
            rows.remove(LIAISON_OFFICERS, category=category, field=field)
        case _:
            _acknowledged(rows, recorded, event)


def _acknowledged(rows: Rows, recorded: Recorded, event: Any) -> None:
    match event:
        case signing.AcknowledgementRequested():
            rows.put(
                ACKNOWLEDGEMENTS,
                acknowledgement_id=event.acknowledgement_id,
                position=recorded.position,
                policy_id=event.policy_id,
                version=event.version,
                seat_id=event.seat_id,
                job_title_en=event.job_title.en if event.job_title else None,
                job_title_ar=event.job_title.ar if event.job_title else None,
                staff_ref=event.staff_ref,
                due_on=event.due_on.isoformat() if event.due_on else None,
                stage="requested",
            )
        case signing.AcknowledgementSigned(staff_ref=who, signed_on=on):
            _stage(rows, event, "signed", staff_ref=who, signed_on=on.isoformat())
        case signing.AcknowledgementDeclined():
            _stage(rows, event, "declined")
        case signing.AcknowledgementLapsed():
            _stage(rows, event, "lapsed")


def _stage(rows: Rows, event: Any, stage: str, **values: Any) -> None:
    key = {"acknowledgement_id": event.acknowledgement_id}
    rows.change(ACKNOWLEDGEMENTS, key, stage=stage, **values)


PEOPLE = View(name="people", tables=(STAFF, ROLES, ACKNOWLEDGEMENTS, LIAISON_OFFICERS), apply=apply)
