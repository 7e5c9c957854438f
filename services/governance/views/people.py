"""Who serves where and with which roles, who has signed, who answers which inquiries: references, never names."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Connection, Integer, MetaData, String, Table

from services.governance.domain.events import acknowledgement as signing
from services.governance.domain.events import liaison, people
from services.governance.views.rows import change, put, remove
from shared.followers.views import View
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


def apply(connection: Connection, recorded: Recorded, event: Any) -> None:
    """Fill the tables."""
    match event:
        case people.StaffMemberRegistered(staff_ref=who, seat_id=seat, job_title_code=title, unit_code=unit):
            row = {"staff_ref": who, "seat_id": seat, "job_title_code": title, "unit_code": unit}
            put(connection, STAFF, recorded, **row, is_serving=True)
        case people.StaffMemberLeft(staff_ref=who):
            change(connection, STAFF, recorded, {"staff_ref": who}, is_serving=False)
        case people.RoleAssigned(staff_ref=who, role=role, unit_code=unit, on=on):
            put(connection, ROLES, recorded, staff_ref=who, role=role, unit_code=unit or "", since=on.isoformat())
        case people.RoleRevoked(staff_ref=who, role=role, unit_code=unit):
            remove(connection, ROLES, recorded, staff_ref=who, role=role, unit_code=unit or "")
        case liaison.LiaisonOfficerAppointed(category=category, field=field, staff_ref=who, on=on):
            row = {"category": category, "field": field, "staff_ref": who, "since": on.isoformat()}
            put(connection, LIAISON_OFFICERS, recorded, **row)
        case liaison.LiaisonOfficerAppointmentEnded(category=category, field=field):
            remove(connection, LIAISON_OFFICERS, recorded, category=category, field=field)
        case _:
            _acknowledged(connection, recorded, event)


def _acknowledged(connection: Connection, recorded: Recorded, event: Any) -> None:
    match event:
        case signing.AcknowledgementRequested():
            put(
                connection,
                ACKNOWLEDGEMENTS,
                recorded,
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
            _stage(connection, recorded, event, "signed", staff_ref=who, signed_on=on.isoformat())
        case signing.AcknowledgementDeclined():
            _stage(connection, recorded, event, "declined")
        case signing.AcknowledgementLapsed():
            _stage(connection, recorded, event, "lapsed")


def _stage(connection: Connection, recorded: Recorded, event: Any, stage: str, **values: Any) -> None:
    key = {"acknowledgement_id": event.acknowledgement_id}
    change(connection, ACKNOWLEDGEMENTS, recorded, key, stage=stage, **values)


PEOPLE = View(name="people", tables=(STAFF, ROLES, ACKNOWLEDGEMENTS, LIAISON_OFFICERS), apply=apply)
