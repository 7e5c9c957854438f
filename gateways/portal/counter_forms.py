"""The forms of the counter: receiving somebody, and what is done with him once he is known."""

from __future__ import annotations

from uuid import UUID, uuid5

from gateways.portal.consenting import consent
from gateways.portal.contact_forms import agree, correct
from gateways.portal.forms import Field, Form, Option
from gateways.portal.guardian import ending, link
from gateways.portal.reasons import DOCUMENTS
from gateways.portal.visit import Visit
from services.intake.application.asking_of_people import BeneficiaryContent
from shared.application.standing import ReadStanding


def request_of(reception_id: str) -> str:
    """The request that a visit leads to, if it leads to one."""
    return str(uuid5(UUID(reception_id), "request"))


def receive(reception_id: str, request_id: str, channels: tuple[Option, ...]) -> Form:
    """Somebody has come."""
    return Form(
        service="intake",
        command="ReceiveVisitor",
        title=("استقبل مراجعًا", "Receive a visitor"),
        icon="user-plus",
        fields=(Field(name="channel", title=("القناة", "Channel"), kind="choice", options=channels),),
        given={"reception_id": reception_id, "request_id": request_id},
    )


def on_person(
    known: BeneficiaryContent, request_id: str | None, channels: tuple[Option, ...], visit: Visit, channel: str = ""
) -> dict[str, Form]:
    """What is to be done with somebody who is in the register; a request is opened in a visit only."""
    person = {"beneficiary_id": known.beneficiary_id}
    forms = [_sight(person, known), agree(known, visit.named), correct(known)]
    if known.guardian_required and known.acts_through is None:
        forms.append(link(known))
    if known.guardians:
        forms.append(ending(known))
    forms += filter(None, (consent(known),))
    if request_id:
        services = tuple((code, visit.named(code)) for code in visit.ask("intake", ReadStanding()).service_codes)
        forms.append(_open(person, request_id, services, channels, channel))
    return {form.command: form for form in forms if visit.may("intake", form.command)}


def recognise(reception_id: str, known: BeneficiaryContent) -> Form:
    """It is he who has come."""
    return Form(
        service="intake",
        command="RecogniseVisitor",
        title=("هو المراجع", "This is the visitor"),
        icon="user-check",
        given={"reception_id": reception_id, "beneficiary_id": known.beneficiary_id},
    )


def _sight(person: dict[str, str], known: BeneficiaryContent) -> Form:
    shown = known.identity.kind if known.identity else ""
    document = Field(name="document_kind", title=("الوثيقة", "Document"), kind="choice", options=DOCUMENTS, value=shown)
    return Form(
        service="intake",
        command="VerifyIdentity",
        title=("اطّلعت على الأصل", "The original was seen"),
        icon="id-card",
        fields=(document,),
        given=person | {"method": "original_sighted"},
    )


def _open(
    person: dict[str, str], request_id: str, services: tuple[Option, ...], channels: tuple[Option, ...], channel: str
) -> Form:
    """The channel is that of the visit, unless somebody says otherwise."""
    return Form(
        service="intake",
        command="OpenSupportRequest",
        title=("افتح الطلب", "Open the request"),
        icon="folder-open",
        fields=(
            Field(name="service_code", title=("الخدمة", "Service"), kind="choice", options=services),
            Field(name="channel", title=("القناة", "Channel"), kind="choice", options=channels, value=channel),
        ),
        given=person | {"request_id": request_id},
    )
