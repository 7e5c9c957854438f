"""The forms of an inquiry: recording one, answering it from one of the association's tools, referring it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gateways.portal.colleagues import among, as_option, know
from gateways.portal.forms import Field, Form, Option
from gateways.portal.looks import ROLES
from gateways.portal.permitted import BY
from gateways.portal.reasons import TOPICS
from gateways.portal.visit import Visit
from services.governance.application.questions.liaison import ListLiaisonOfficers
from services.governance.application.questions.people import ListRoles
from services.governance.application.questions.tools import ListTools

ANSWERING = ("liaison_officer", "social_research_officer", "beneficiary_relations_officer", "senior_management")
"""To whom an inquiry may be referred where no member of staff is named; of staff, to those who may answer it."""


def record(inquiry_id: str, asker_id: str, channels: tuple[Option, ...], visit: Visit) -> Form:
    """Somebody asks; where the association has liaison officers, category and field lead to the right one."""
    topics = tuple((code, visit.named(code)) for code, _ in TOPICS)
    return Form(
        service="intake",
        command="ReceiveInquiry",
        title=("سجّل الاستفسار", "Record the inquiry"),
        icon="message-circle-question-mark",
        fields=(
            Field(name="channel", title=("القناة", "Channel"), kind="choice", options=channels),
            Field(name="topic_code", title=("الموضوع", "Topic"), kind="choice", options=topics),
            Field(name="question", title=("السؤال كما قيل", "The question as asked"), kind="area"),
            *_liaison(visit),
        ),
        given={"inquiry_id": inquiry_id, "asker_id": asker_id},
    )


def on_inquiry(inquiry: Any, visit: Visit) -> dict[str, Form]:
    """What may be done with one that is not answered yet."""
    if inquiry.outcome == "answered":
        return {}
    forms = (_answer(inquiry, visit), _refer(inquiry, visit))
    return {form.command: form for form in forms if visit.may("intake", form.command)}


def _answer(inquiry: Any, visit: Visit) -> Form:
    listed = visit.ask_if("governance", ListTools())
    tools = tuple((one.tool_code, (one.ar, one.en)) for one in (listed.tools if listed else ()))
    return Form(
        service="intake",
        command="AnswerInquiry",
        title=("سجّل الجواب", "Record the answer"),
        icon="check",
        fields=(
            Field(
                name="answer_source",
                title=("الأداة التي جاء منها الجواب", "The tool the answer comes from"),
                kind="choice",
                options=tools,
            ),
            Field(name="answer", title=("الجواب كما قيل", "The answer as given"), kind="area"),
        ),
        given={"inquiry_id": inquiry.inquiry_id, "asker_id": inquiry.asker_id},
    )


def _refer(inquiry: Any, visit: Visit) -> Form:
    told = visit.ask_if("governance", ListRoles())
    answering = [one.staff_ref for one in (told.roles if told else ()) if one.role in BY["intake", "AnswerInquiry"]]
    officers = [row.staff_ref for row in _officers(visit)]
    others = [ref for ref in dict.fromkeys([*officers, *answering]) if ref != visit.actor.ref]
    know(visit, (*others, *among(visit, (inquiry.routed_to,))))
    people = tuple((ref, as_option(visit, ref)) for ref in others)
    seats = tuple((role, ROLES[role]) for role in ANSWERING)
    return Form(
        service="intake",
        command="ReferInquiry",
        title=("تحويل إلى غيرك", "Refer it"),
        icon="send",
        fields=(Field(name="referred_to", title=("إلى", "To"), kind="choice", options=(*seats, *people)),),
        given={"inquiry_id": inquiry.inquiry_id},
    )


def _liaison(visit: Visit) -> tuple[Field, ...]:
    rows = _officers(visit)
    told = (("category", ("فئة السائل", "Category of the asker")), ("field", ("المجال", "Field")))
    return tuple(
        Field(
            name=name,
            title=title,
            kind="choice",
            required=False,
            options=tuple((code, visit.named(code)) for code in dict.fromkeys(getattr(row, name) for row in rows)),
        )
        for name, title in told
        if rows
    )


def _officers(visit: Visit) -> Sequence[Any]:
    found = visit.ask_if("governance", ListLiaisonOfficers())
    return found.liaison_officers if found else ()
