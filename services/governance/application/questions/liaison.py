"""Questions about the liaison officers."""

from __future__ import annotations

from services.governance.views.listed import rows
from services.governance.views.people import LIAISON_OFFICERS, PEOPLE
from shared.application.desk import Desk
from shared.domain.messages import message


@message
class ListLiaisonOfficers:
    """Who answers which inquiries now."""

    at_least_position: int = 0


@message
class LiaisonOfficerRow:
    """One person for each category and field."""

    category: str
    field: str
    staff_ref: str
    since: str


@message
class LiaisonOfficerList:
    """By category."""

    liaison_officers: tuple[LiaisonOfficerRow, ...]


def list_liaison_officers(query: ListLiaisonOfficers, desk: Desk) -> LiaisonOfficerList:
    found = rows(desk, PEOPLE, LIAISON_OFFICERS, query.at_least_position, ("category", "field"))
    return LiaisonOfficerList(liaison_officers=tuple(LiaisonOfficerRow(**row) for row in found))
