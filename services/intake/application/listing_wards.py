"""For whom somebody acts, by reference; reading whose names these are is another question."""

from __future__ import annotations

from datetime import date

from services.intake.application.roles import CASEWORK, COUNTER, PRIVACY
from services.intake.views.listed import rows
from services.intake.views.wards import WARDS
from shared.application.desk import Desk
from shared.application.routes import Question
from shared.domain.messages import message
from shared.locale.dates import local_date


@message
class ListWards:
    """For whom this guardian acts today."""

    guardian_id: str


@message
class WardRow:
    """basis: natural, appointed or foster_family. valid_to: its last day, None where none was set."""

    beneficiary_id: str
    basis: str
    valid_to: date | None


@message
class Wards:
    """Ordered by reference, which says nothing."""

    wards: tuple[WardRow, ...]


def list_wards(query: ListWards, desk: Desk) -> Wards:
    """From the view, less those whose last day is over."""
    today = local_date(desk.infrastructure.clock.now())
    found = rows(WARDS, "beneficiary_id", desk, guardian_id=query.guardian_id)
    acts_for = (row for row in found if row["valid_to"] is None or row["valid_to"] >= today)
    told = ("beneficiary_id", "basis", "valid_to")
    return Wards(wards=tuple(WardRow(**{name: row[name] for name in told}) for row in acts_for))


WARDS_OF = Question(query=ListWards, answer=Wards, by=COUNTER | CASEWORK | PRIVACY, answers=list_wards)
