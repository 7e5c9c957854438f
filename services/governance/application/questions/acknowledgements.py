"""Questions about who has acknowledged a policy version, and who has not."""

from __future__ import annotations

from services.governance.views.listed import rows
from services.governance.views.people import ACKNOWLEDGEMENTS, PEOPLE
from shared.application.desk import Desk
from shared.domain.messages import message


@message
class ListAcknowledgements:
    """Who was asked to sign, and what came of it."""

    version: int | None = None
    at_least_position: int = 0


@message
class AcknowledgementRow:
    """stage: requested, signed, declined or lapsed."""

    acknowledgement_id: str
    policy_id: str
    version: int
    seat_id: str
    job_title_en: str | None
    job_title_ar: str | None
    staff_ref: str | None
    due_on: str | None
    stage: str
    signed_on: str | None


@message
class AcknowledgementList:
    """In the order of the form."""

    acknowledgements: tuple[AcknowledgementRow, ...]


def list_acknowledgements(query: ListAcknowledgements, desk: Desk) -> AcknowledgementList:
    found = rows(desk, PEOPLE, ACKNOWLEDGEMENTS, query.at_least_position, ("position",), version=query.version)
    return AcknowledgementList(acknowledgements=tuple(AcknowledgementRow(**row) for row in found))
