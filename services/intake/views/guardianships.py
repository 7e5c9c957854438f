"""Guardianships that end on a stated day, by reference: what the clock looks at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, Date, Engine, MetaData, String, Table, select

from services.intake.domain.events import beneficiary as events
from services.intake.domain.events.rights import PersonalDataDestroyed
from services.intake.views.rows import id_of
from shared.followers import Rows, View
from shared.store.log import Recorded

GUARDIANSHIPS = Table(
    "guardianships",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("beneficiary_id", String, primary_key=True),
    Column("guardian_id", String, primary_key=True),
    Column("valid_to", Date, nullable=False),
)


def fill(rows: Rows, row: Recorded, event: Any) -> None:
    """A row while the guardianship holds; linked anew, its day is the new one."""
    key = {"beneficiary_id": id_of(row)}
    match event:
        case (
            events.GuardianLinked(guardian_id=guardian_id, valid_to=None)
            | events.GuardianshipEnded(guardian_id=guardian_id)
        ):
            rows.remove(GUARDIANSHIPS, **key, guardian_id=guardian_id)
        case events.GuardianLinked(guardian_id=guardian_id, valid_to=last_day):
            rows.put(GUARDIANSHIPS, **key, guardian_id=guardian_id, valid_to=last_day)
        case events.MajorityReached():
            rows.remove_all(GUARDIANSHIPS, **key)
        case PersonalDataDestroyed(subject_id=subject_id, scope=()):
            rows.remove_all(GUARDIANSHIPS, beneficiary_id=subject_id)


def run_out(engine: Engine, tenant: str, today: date) -> Sequence[tuple[str, str, date]]:
    """Ward, guardian and last day of each guardianship whose last day is over."""
    over = (GUARDIANSHIPS.c.tenant == tenant) & (GUARDIANSHIPS.c.valid_to < today)
    with engine.connect() as connection:
        found = connection.execute(select(GUARDIANSHIPS).where(over)).all()
    return [(row.beneficiary_id, row.guardian_id, row.valid_to) for row in found]


GUARDIANSHIPS_VIEW = View(name="guardianships", tables=(GUARDIANSHIPS,), apply=fill)
