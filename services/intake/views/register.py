"""The register by reference: whose registration is incomplete, and who is a minor."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Date, Engine, MetaData, String, Table, select

from services.intake.domain.events import beneficiary as events
from services.intake.domain.events.rights import PersonalDataDestroyed
from services.intake.views.rows import id_of
from shared.followers import Rows, View
from shared.locale.dates import local_date
from shared.store.log import Recorded

REGISTER = Table(
    "register",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("beneficiary_id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("registered_on", Date, nullable=False),
    Column("is_complete", Boolean, nullable=False),
    Column("is_minor", Boolean, nullable=False),
)


def fill(rows: Rows, row: Recorded, event: Any) -> None:
    """One row each, without anything personal."""
    key = {"beneficiary_id": id_of(row)}
    match event:
        case events.BeneficiaryRegistered():
            day = local_date(row.occurred_at)
            rows.add(
                REGISTER,
                **key,
                kind=event.kind,
                registered_on=day,
                is_complete=False,
                is_minor=event.guardian_required,
            )
        case events.RegistrationCompleted():
            rows.change(REGISTER, key, is_complete=True)
        case events.MajorityReached():
            rows.change(REGISTER, key, is_minor=False)
        case events.BeneficiaryDataCorrected(guardian_required=minor):
            rows.change(REGISTER, key, is_minor=minor)
        case PersonalDataDestroyed(subject_id=subject_id, scope=()):
            rows.remove(REGISTER, beneficiary_id=subject_id)


def minors(engine: Engine, tenant: str) -> frozenset[str]:
    """Those a guardian acts for."""
    query = select(REGISTER.c.beneficiary_id).where(REGISTER.c.tenant == tenant, REGISTER.c.is_minor.is_(True))
    with engine.connect() as connection:
        return frozenset(row.beneficiary_id for row in connection.execute(query))


REGISTER_VIEW = View(name="register", tables=(REGISTER,), apply=fill)
