"""Somebody who is in the register: what is known of him, and what is done with him, in a visit or between visits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from gateways.portal import counter_forms as forms
from gateways.portal.at_hand import at_hand, leaving
from gateways.portal.carrying_out import carry_out, command_id
from gateways.portal.case_view import channels, masked, way_in_words
from gateways.portal.colleagues import know
from gateways.portal.consenting import PURPOSE
from gateways.portal.correcting import correction
from gateways.portal.entrance import Posted, Visiting
from gateways.portal.forms import Failed, Form, no_such_form
from gateways.portal.guardian import Linked, Ward, linked, linking, wards
from gateways.portal.rendering import page
from gateways.portal.visit import Visit
from services.intake.application.asking_of_people import BeneficiaryContent, OpenReception, ReadBeneficiary
from services.intake.application.asking_of_requests import ReadRequest, RequestState
from shared.domain.refusals import SanadError

router = APIRouter()
CORRECT, LINK, LATEST = "CorrectBeneficiaryData", "LinkGuardian", 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """home: the page's address. guardians: who acts for him; wards: for whom he acts. requests: his own, newest first.
    taken: the request this visit has led to already."""

    home: str
    known: BeneficiaryContent
    guardians: list[Linked]
    wards: list[Ward]
    requests: list[RequestState]
    taken: RequestState | None
    forms: dict[str, Form]


@router.get("/people/{beneficiary_id:uuid}")
def between_visits(request: Request, beneficiary_id: UUID, visit: Visiting) -> Response:
    """The person, who need not be here."""
    return _shown(request, _person(None, beneficiary_id, visit), visit)


@router.post("/people/{beneficiary_id:uuid}/{command}")
def act_between_visits(
    request: Request, beneficiary_id: UUID, command: str, visit: Visiting, posted: Posted
) -> Response:
    """Correct his data, or agree the means of contact."""
    return _act(request, _person(None, beneficiary_id, visit), command, visit, posted)


@router.get("/reception/{reception_id:uuid}/{beneficiary_id:uuid}")
def in_a_visit(request: Request, reception_id: UUID, beneficiary_id: UUID, visit: Visiting) -> Response:
    """The person, and the form that opens his request."""
    return _shown(request, _person(reception_id, beneficiary_id, visit), visit)


@router.post("/reception/{reception_id:uuid}/{beneficiary_id:uuid}/{command}")
def act_in_a_visit(
    request: Request, reception_id: UUID, beneficiary_id: UUID, command: str, visit: Visiting, posted: Posted
) -> Response:
    """Verify, correct, agree the means of contact, or open the request."""
    return _act(request, _person(reception_id, beneficiary_id, visit), command, visit, posted)


def _act(request: Request, person: Person, command: str, visit: Visit, posted: Any) -> Response:
    form = person.forms.get(command)
    if form is None:
        raise no_such_form()
    try:
        if command == CORRECT:
            visit.tell("intake", correction(person.known, posted), command_id(posted))
        elif command == LINK:
            visit.tell("intake", linking(person.known, posted, visit), command_id(posted))
        else:
            carry_out(form, posted, visit)
    except SanadError as error:
        return _shown(request, person, visit, Failed(command=command, error=error, typed=posted))
    after = {"OpenSupportRequest": f"/cases/{form.given.get('request_id')}", "EndReception": "/reception"}
    return RedirectResponse(after.get(command, person.home), status_code=303)


def _person(reception_id: UUID | None, beneficiary_id: UUID, visit: Visit) -> Person:
    known = visit.ask("intake", ReadBeneficiary(beneficiary_id=str(beneficiary_id), reason="at_the_counter"))
    read = (visit.ask_if("intake", ReadRequest(request_id=one)) for one in known.request_ids[: -LATEST - 1 : -1])
    own = [one for one in read if one]
    leads_to = forms.request_of(str(reception_id)) if reception_id else None
    here = at_hand(reception_id, visit) if reception_id else None
    taken = visit.ask_if("intake", ReadRequest(request_id=leads_to)) if leads_to else None
    channel = here.channel if here else ""
    offered = forms.on_person(known, None if taken else leads_to, channels(visit), visit, channel)
    return Person(
        home=f"/reception/{reception_id}/{beneficiary_id}" if reception_id else f"/people/{beneficiary_id}",
        known=known,
        guardians=linked(known, visit),
        wards=wards(known, visit),
        requests=own,
        taken=taken,
        forms=offered | _of_visit(here, known, visit),
    )


def _of_visit(here: OpenReception | None, known: BeneficiaryContent, visit: Visit) -> dict[str, Form]:
    """Saying that it is he who has come, and ending the visit, while it goes on."""
    offered = (forms.recognise(here.reception_id, known), leaving(here.reception_id)) if here else ()
    return {form.command: form for form in offered if visit.may("intake", form.command)}


def _shown(request: Request, person: Person, visit: Visit, failed: Failed | None = None) -> Response:
    know(visit, (person.known.identity_verified_by or "",))
    told: dict[str, Any] = {
        "failed": failed,
        "command_id": str(uuid4()),
        "status": 422 if failed else 200,
        "masked": masked,
        "consented": PURPOSE in person.known.consents,
    }
    known, agreed = person.known, person.known.agreed
    if agreed:
        told["agreed"] = way_in_words(known, agreed.channel, agreed.contact_point_id, visit.named, masked)
    return page(
        request, "person.html", visit, person_=person, known=known, forms=person.forms, today=visit.today, **told
    )
