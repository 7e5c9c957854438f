"""The forms of the counter: receiving somebody, and what is done with him once he is known."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from gateways.portal.case_view import masked
from gateways.portal.forms import Field, Form, Option
from gateways.portal.visit import Visit
from shared.application.standing import ReadStanding

DOCUMENTS: tuple[Option, ...] = (
    ("national_id", ("الهوية الوطنية", "National identity card")),
    ("iqama", ("هوية مقيم", "Residence permit")),
    ("other_id", ("وثيقة أخرى", "Another document")),
)


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


def on_person(known: Any, request_id: str, channels: tuple[Option, ...], visit: Visit) -> dict[str, Form]:
    """What is to be done with somebody who is in the register."""
    services = tuple((code, visit.named(code)) for code in visit.ask("intake", ReadStanding()).service_codes)
    person = {"beneficiary_id": known.beneficiary_id}
    points = tuple((one.contact_point_id, (masked(one.value), masked(one.value))) for one in known.contact_points)
    forms = [_sight(person), _agree(person, channels, points), _open(person, request_id, services, channels)]
    return {form.command: form for form in forms if visit.may("intake", form.command)}


def _sight(person: dict[str, str]) -> Form:
    document = Field(name="document_kind", title=("الوثيقة", "Document"), kind="choice", options=DOCUMENTS)
    return Form(
        service="intake",
        command="VerifyIdentity",
        title=("اطّلعت على الأصل", "The original was seen"),
        icon="id-card",
        fields=(document,),
        given=person | {"method": "original_sighted"},
    )


def _agree(person: dict[str, str], channels: tuple[Option, ...], points: tuple[Option, ...]) -> Form:
    return Form(
        service="intake",
        command="AgreeContactChannel",
        title=("اتفق على وسيلة التواصل", "Agree the means of contact"),
        icon="message-circle",
        fields=(
            Field(name="channel", title=("الوسيلة", "Means"), kind="choice", options=channels),
            Field(name="contact_point_id", title=("إلى", "At"), kind="choice", options=points),
        ),
        given=person | {"recipient_id": person["beneficiary_id"], "language": "ar"},
    )


def _open(person: dict[str, str], request_id: str, services: tuple[Option, ...], channels: tuple[Option, ...]) -> Form:
    return Form(
        service="intake",
        command="OpenSupportRequest",
        title=("افتح الطلب", "Open the request"),
        icon="folder-open",
        fields=(
            Field(name="service_code", title=("الخدمة", "Service"), kind="choice", options=services),
            Field(name="channel", title=("القناة", "Channel"), kind="choice", options=channels),
        ),
        given=person | {"request_id": request_id},
    )
