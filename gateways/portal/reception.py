"""The counter: somebody comes, and is found in the register or entered into it."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4, uuid5

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from gateways.portal import counter_forms as forms
from gateways.portal.at_hand import at_hand, leaving, names_at_hand
from gateways.portal.carrying_out import carry_out, command_id
from gateways.portal.case_view import channels, masked
from gateways.portal.consenting import NOTICE, on_entry
from gateways.portal.entrance import Posted, Visiting
from gateways.portal.forms import Failed
from gateways.portal.likenesses import Candidate, alike, decided, undecided
from gateways.portal.registering import registration
from gateways.portal.rendering import page
from gateways.portal.visit import Visit
from services.intake.application.asking_of_people import FindBeneficiary, ListAtTheCounter, ReadBeneficiary
from services.intake.domain.commands.beneficiary import VerifyIdentity
from services.intake.domain.commands.reception import RecogniseVisitor
from services.intake.domain.refusals.beneficiary import identity_number_missing
from shared import codec
from shared.domain.refusals import SanadError

router = APIRouter()


@router.get("/reception")
def counter(request: Request, visit: Visiting) -> Response:
    """Who is here, and the form that receives somebody."""
    return _counter(request, visit)


@router.post("/reception")
def receive(request: Request, visit: Visiting, posted: Posted) -> Response:
    """Somebody has come; his request, if there will be one, is known by the visit from now on."""
    reception_id = str(command_id(posted))
    try:
        carry_out(forms.receive(reception_id, forms.request_of(reception_id), channels(visit)), posted, visit)
    except SanadError as error:
        return _counter(request, visit, Failed(command="ReceiveVisitor", error=error, typed=posted))
    return RedirectResponse(f"/reception/{reception_id}", status_code=303)


@router.get("/reception/{reception_id:uuid}")
def who(request: Request, reception_id: UUID, visit: Visiting, other: bool = False) -> Response:
    """Is he known? If not, the register. Once it is said who he is, his page; `other`: somebody who came with him."""
    here = at_hand(reception_id, visit)
    if here and here.beneficiary_id and not other:
        return RedirectResponse(f"/reception/{reception_id}/{here.beneficiary_id}", status_code=303)
    return _who(request, str(reception_id), visit)


@router.post("/reception/{reception_id:uuid}/EndReception")
def end(request: Request, reception_id: UUID, visit: Visiting, posted: Posted) -> Response:
    """He leaves, and nothing was asked for."""
    try:
        carry_out(leaving(str(reception_id)), posted, visit)
    except SanadError as error:
        return _who(request, str(reception_id), visit, Failed(command="EndReception", error=error, typed=posted))
    return RedirectResponse("/reception", status_code=303)


@router.post("/reception/{reception_id:uuid}/find")
def find(request: Request, reception_id: UUID, visit: Visiting, posted: Posted) -> Response:
    """Who is known by a number or a name; what was looked for stays out of the address."""
    wanted = {"by": str(posted.get("by", "")), "value": str(posted.get("value", ""))}
    try:
        found = visit.ask("intake", codec.from_words(FindBeneficiary, wanted)).beneficiary_ids
    except SanadError as error:
        return _who(
            request, str(reception_id), visit, Failed(command="find", error=error, typed=posted), looked_for=posted
        )
    people = [visit.ask("intake", ReadBeneficiary(beneficiary_id=one, reason="at_the_counter")) for one in found[:10]]
    return _who(request, str(reception_id), visit, people=people, looked_for=posted)


@router.post("/reception/{reception_id:uuid}/register")
def register(request: Request, reception_id: UUID, visit: Visiting, posted: Posted) -> Response:
    """Enter him; where the original of his document was seen, that is recorded with it."""
    beneficiary_id, candidates = str(uuid5(command_id(posted), "beneficiary")), list[Candidate]()
    try:
        command = registration(beneficiary_id, posted)
        # Before anything is recorded: an original is seen of a document whose number is known.
        identity_number_missing.unless(command.identity is not None or "sighted" not in posted)
        candidates = alike(beneficiary_id, posted, visit)
        if undecided(candidates):
            return _kept(request, str(reception_id), visit, posted, candidates=candidates, unsaved=True)
        if not command.contact_points and "unreachable" not in posted:
            return _kept(request, str(reception_id), visit, posted, candidates=candidates, unreachable=True)
        visit.tell("intake", decided(command, candidates), command_id(posted))
        if "sighted" in posted:
            seen = VerifyIdentity(
                beneficiary_id=beneficiary_id, method="original_sighted", document_kind=str(posted.get("id_kind"))
            )
            visit.tell("intake", seen, uuid5(command_id(posted), "seen"))
        _take_consent(beneficiary_id, posted, visit)
        here = RecogniseVisitor(reception_id=str(reception_id), beneficiary_id=beneficiary_id)
        visit.tell("intake", here, uuid5(command_id(posted), "here"))
    except SanadError as error:
        failed = Failed(command="register", error=error, typed=posted)
        return _who(request, str(reception_id), visit, failed, candidates=candidates)
    return RedirectResponse(f"/reception/{reception_id}/{beneficiary_id}", status_code=303)


def _take_consent(beneficiary_id: str, posted: FormData, visit: Visit) -> None:
    if "consents" not in posted:
        return
    known = visit.ask("intake", ReadBeneficiary(beneficiary_id=beneficiary_id, reason="at_the_counter"))
    if his := on_entry(known):
        visit.tell("intake", his, uuid5(command_id(posted), "consent"))


@router.post("/reception/{reception_id:uuid}/alike")
def find_alike(request: Request, reception_id: UUID, visit: Visiting, posted: Posted) -> Response:
    """Who is like the one being entered, as far as he has been typed; what was typed stays out of the address."""
    try:
        candidates = alike(str(uuid5(reception_id, "beneficiary")), posted, visit)
    except SanadError:
        candidates = []  # Not typed to the end yet; saving says what is wrong.
    return _who(request, str(reception_id), visit, typed=posted, candidates=candidates)


def _counter(request: Request, visit: Visit, failed: Failed | None = None) -> Response:
    form = forms.receive("", "", channels(visit)) if visit.may("intake", "ReceiveVisitor") else None
    at_the_counter = visit.ask("intake", ListAtTheCounter())
    names = names_at_hand(at_the_counter.receptions, visit)
    return _page(request, "reception.html", visit, failed, form=form, counter=at_the_counter, names=names)


def _who(request: Request, reception_id: str, visit: Visit, failed: Failed | None = None, **found: Any) -> Response:
    told: dict[str, Any] = {
        "people": None,
        "candidates": [],
        "typed": failed.typed if failed else None,
        "looked_for": None,
    }
    told |= {"leaving": leaving(reception_id) if visit.may("intake", "EndReception") else None} | found
    return _page(request, "who.html", visit, failed, reception_id=reception_id, masked=masked, notice=NOTICE, **told)


def _kept(request: Request, reception_id: str, visit: Visit, posted: FormData, **asked: Any) -> Response:
    """Not saved yet: something is to be said first."""
    return _who(request, reception_id, visit, typed=posted, status=409, **asked)


def _page(request: Request, name: str, visit: Visit, failed: Failed | None, **told: Any) -> Response:
    shown = {"failed": failed, "command_id": str(uuid4()), "status": 422 if failed else 200} | told
    return page(request, name, visit, **shown)
