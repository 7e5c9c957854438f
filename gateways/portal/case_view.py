"""What the page of a case shows now: the request, its person as far as one may read him, its history and its date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from gateways.audit.replay import CaseHistory, ReplayCase
from gateways.portal.forms import Option
from gateways.portal.guardian import Linked, acting_for
from gateways.portal.looks import Pair
from gateways.portal.visit import Visit
from gateways.portal.ways import in_words
from services.committee.application.reading import Award, ReadAward
from services.governance.application.questions.association import ListChannels
from services.intake.application.asking_of_people import (
    BeneficiaryContent,
    ListAtTheCounter,
    OpenReception,
    ReadBeneficiary,
)
from services.intake.application.asking_of_requests import ReadRequest, RequestState, WhyThisDate, WindowProof
from services.intake.application.reading_deliveries import Delivery, ReadDelivery
from services.intake.application.reading_needs import ReadNeed
from services.intake.application.reading_recipients import SERVED_IN, ReadRecipient, Recipient

READING = "case_page"
ENDED = frozenset({"closed", "withdrawn"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """person: None where the visitor may not read him. recipient: whom he serves, where he may know no more than that.

    guardian: who acts for him. award: what is given, while it is; delivery: what was, where somebody wrote it down.
    reception_id: of the visit that still goes on for it; elsewhere: of another one of the same person.
    """

    today: date
    now: RequestState
    history: CaseHistory
    proof: WindowProof | None
    person: BeneficiaryContent | None
    guardian: Linked | None
    recipient: Recipient | None
    award: Award | None
    delivery: Delivery | None
    need: str | None
    channels: tuple[Option, ...]
    reception_id: str | None
    elsewhere: str | None
    named: Callable[[str], Pair]

    @property
    def is_over(self) -> bool:
        """Nothing more is to be done under it."""
        return self.now.stage in ENDED

    @property
    def agreed_channel(self) -> str:
        """How he wants to be told."""
        return (self.person.agreed_channel if self.person else None) or ""

    @property
    def agreed_way(self) -> Pair | None:
        """The agreed means of contact, its number or address in full; None where nothing is agreed or may be read."""
        if self.person is None or self.person.agreed is None:
            return None
        agreed = self.person.agreed
        return way_in_words(self.person, agreed.channel, agreed.contact_point_id, self.named)

    def reached_by(self, channel: str, contact_point_id: str) -> Pair:
        """A means of contact in words, with enough of his number or address to tell it from the others."""
        if self.person is None:
            return self.named(channel)
        return way_in_words(self.person, channel, contact_point_id, self.named, masked)


def read_case(request_id: str, visit: Visit) -> Case:
    """Ask everybody; raises SanadError where the visitor may not see the request."""
    now: RequestState = visit.ask("intake", ReadRequest(request_id=request_id))
    history: CaseHistory = visit.ask("audit", ReplayCase(case_id=request_id, verified=True))
    asked = ReadBeneficiary(beneficiary_id=now.beneficiary_id, reason=READING, case_id=request_id)
    person = visit.ask_if("intake", asked)
    served = ReadRecipient(request_id=request_id, reason=READING)
    visits = open_visits_of(now, visit)
    return Case(
        today=visit.today,
        now=now,
        history=history,
        proof=visit.ask_if("intake", WhyThisDate(request_id=request_id)),
        person=person,
        guardian=acting_for(person, visit) if person else None,
        recipient=None if person else visit.ask_if("intake", served),
        award=visit.ask_if("committee", ReadAward(request_id=request_id)) if is_served(now) else None,
        delivery=visit.ask_if("intake", ReadDelivery(request_id=request_id, reason=READING))
        if was_served(now)
        else None,
        need=need_of(request_id, visit),
        channels=channels(visit),
        reception_id=next((one.reception_id for one in visits if one.request_id == request_id), None),
        elsewhere=next((one.reception_id for one in visits if one.request_id != request_id), None),
        named=visit.named,
    )


def is_served(now: RequestState) -> bool:
    """Whether something is given under this request now."""
    return now.outcome == "approved" and now.stage in SERVED_IN


def was_served(now: RequestState) -> bool:
    """Whether something may have been given already."""
    return now.outcome == "approved" and now.stage in ("delivered", "closed")


def need_of(request_id: str, visit: Visit) -> str | None:
    """What is asked for, in words, where the visitor may read it and somebody has written it."""
    told = visit.ask_if("intake", ReadNeed(request_id=request_id, reason=READING))
    return told.need if told else None


def channels(visit: Visit) -> tuple[Option, ...]:
    """The association's channels with their names."""
    found: Any = visit.ask("governance", ListChannels())
    return tuple((channel.code, (channel.ar, channel.en)) for channel in found.channels)


def open_visits_of(now: RequestState, visit: Visit) -> tuple[OpenReception, ...]:
    """The visits that still go on for a request, or of the person whose it is."""
    counter = visit.ask_if("intake", ListAtTheCounter())
    receptions: tuple[OpenReception, ...] = counter.receptions if counter else ()
    mine = (now.request_id, now.beneficiary_id)
    return tuple(one for one in receptions if one.request_id == mine[0] or one.beneficiary_id == mine[1])


def way_in_words(
    known: BeneficiaryContent,
    channel: str,
    contact_point_id: str,
    named: Callable[[str], Pair],
    shown: Callable[[str], str] = str,
) -> Pair:
    """By which channel, and at which contact point; shown: how much of that."""
    point = next((one for one in known.contact_points if one.contact_point_id == contact_point_id), None)
    return in_words(channel, point.kind, named(channel), shown(point.value)) if point else named(channel)


def masked(value: str) -> str:
    """Enough of a number or an address to tell it from the others."""
    name, at, host = value.partition("@")
    if at:
        return f"{name[:1]}•••@{host}"
    return f"+966 5•• ••• •{value[-2:]}" if value.startswith("+9665") else f"{value[:4]} ••• {value[-2:]}"
