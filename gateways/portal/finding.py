"""What a search finds: requests by number, and people with their requests, as far as one may read who they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gateways.portal.sought import Number, person_by, request_number
from gateways.portal.visit import Visit
from services.intake.application.answers_of_people import NAMES_AT_ONCE
from services.intake.application.asking_of_people import FindBeneficiary, ReadNames
from services.intake.application.asking_of_requests import ListRequests, RequestRow

READING = "search"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Somebody with his requests. named: whether the visitor may read his name; name: None where it was destroyed."""

    beneficiary_id: str
    requests: tuple[RequestRow, ...]
    named: bool
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """the_one: the only request of a number. more: how many people there are beyond those shown."""

    cards: tuple[Card, ...] = ()
    the_one: str | None = None
    more: int = 0


def reads_people(visit: Visit) -> bool:
    """Whether he may look for people; others look for numbers of requests only."""
    return visit.may("intake", "FindBeneficiary") and visit.may("intake", "ReadNames")


def find(text: str, visit: Visit) -> Found:
    """Whatever it is that was typed; raises SanadError where it cannot be right."""
    rows: Sequence[RequestRow] = visit.ask("intake", ListRequests()).requests
    number = request_number(text)
    if number is not None:
        return _of_number(number, rows, visit)
    return _people(text, rows, visit) if text.strip() and reads_people(visit) else Found()


def _of_number(number: Number, rows: Sequence[RequestRow], visit: Visit) -> Found:
    meant = [row for row in rows if number.is_of(row.number)]
    if len(meant) == 1:
        return Found(the_one=meant[0].request_id)
    names = _names([row.beneficiary_id for row in meant], visit)
    return Found(cards=tuple(_card(row.beneficiary_id, (row,), names) for row in meant[:NAMES_AT_ONCE]))


def _people(text: str, rows: Sequence[RequestRow], visit: Visit) -> Found:
    by, value = person_by(text)
    ids = visit.ask("intake", FindBeneficiary(by=by, value=value)).beneficiary_ids
    shown = ids[:NAMES_AT_ONCE]
    names = _names(shown, visit)
    cards = (_card(id_, tuple(row for row in rows if row.beneficiary_id == id_), names) for id_ in shown)
    return Found(cards=tuple(sorted(cards, key=lambda card: card.name or "")), more=len(ids) - len(shown))


def _names(ids: Sequence[str], visit: Visit) -> Mapping[str, str | None]:
    wanted = tuple(dict.fromkeys(ids))[:NAMES_AT_ONCE]
    told = visit.ask_if("intake", ReadNames(beneficiary_ids=wanted, reason=READING)) if wanted else None
    return {row.beneficiary_id: row.name for row in told.names} if told else {}


def _card(id_: str, requests: tuple[RequestRow, ...], names: Mapping[str, str | None]) -> Card:
    return Card(beneficiary_id=id_, requests=requests, named=id_ in names, name=names.get(id_))
