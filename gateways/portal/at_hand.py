"""Visits that go on at the counter: who is here, by which channel, and the form that ends one without a request."""

from __future__ import annotations

from uuid import UUID

from gateways.portal.forms import Field, Form
from gateways.portal.visit import Visit
from services.intake.application.asking_of_people import ListAtTheCounter, OpenReception, ReadNames


def at_hand(reception_id: UUID, visit: Visit) -> OpenReception | None:
    """A visit that has not ended."""
    told = visit.ask_if("intake", ListAtTheCounter())
    return next((one for one in (told.receptions if told else ()) if one.reception_id == str(reception_id)), None)


def names_at_hand(receptions: tuple[OpenReception, ...], visit: Visit) -> dict[str, str | None]:
    """What the visitors are called who are known; the readings are on record."""
    ids = tuple(dict.fromkeys(one.beneficiary_id for one in receptions if one.beneficiary_id))[:50]
    told = visit.ask_if("intake", ReadNames(beneficiary_ids=ids, reason="at_the_counter")) if ids else None
    return {one.beneficiary_id: one.name for one in (told.names if told else ())}


def leaving(reception_id: str) -> Form:
    """The visit ends, and nothing was asked for in it."""
    return Form(
        service="intake",
        command="EndReception",
        title=("إنهاء الاستقبال بلا طلب", "End the visit without a request"),
        icon="hand",
        fields=(Field(name="hospitality_offered", title=("قُدّمت الضيافة", "Hospitality offered"), kind="check"),),
        given={"reception_id": reception_id},
    )
