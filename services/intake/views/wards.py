"""For whom each guardian acts, by reference: guardianships are recorded with the ward, and looked up by guardian."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Date, MetaData, String, Table

from services.intake.domain.events import beneficiary as events
from services.intake.domain.events.rights import PersonalDataDestroyed
from services.intake.views.rows import id_of
from shared.followers import Rows, View
from shared.store.log import Recorded

WARDS = Table(
    "wards",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("guardian_id", String, primary_key=True),
    Column("beneficiary_id", String, primary_key=True),
    Column("basis", String, nullable=False),
    Column("valid_to", Date),
)


def fill(rows: Rows, row: Recorded, event: Any) -> None:
    """A row while the guardianship holds."""
    ward = id_of(row)
    match event:
        case events.GuardianLinked(guardian_id=guardian, basis=basis, valid_to=last_day):
            rows.put(WARDS, guardian_id=guardian, beneficiary_id=ward, basis=basis, valid_to=last_day)
        case events.GuardianshipEnded(guardian_id=guardian):
            rows.remove(WARDS, guardian_id=guardian, beneficiary_id=ward)
        case events.MajorityReached():
            rows.remove_all(WARDS, beneficiary_id=ward)
        case PersonalDataDestroyed(subject_id=subject, scope=()):
            rows.remove_all(WARDS, beneficiary_id=subject)
            rows.remove_all(WARDS, guardian_id=subject)


WARDS_VIEW = View(name="wards", tables=(WARDS,), apply=fill)
