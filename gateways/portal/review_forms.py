"""The forms of a reviewing body: on one review, and on one session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from gateways.portal import looks
from gateways.portal.body import one_of
from gateways.portal.forms import Field, Form, Option
from gateways.portal.looks import Pair
from gateways.portal.reasons import DECIDING, DEFERRING
from gateways.portal.visit import Visit

OUTCOMES: tuple[Option, ...] = tuple((code, looks.NAMES[code]) for code in ("approved", "rejected"))
VOTES: tuple[Option, ...] = tuple((code, looks.NAMES[code]) for code in ("approve", "reject", "abstain"))
ADVICE: tuple[Option, ...] = tuple(
    (code, looks.NAMES[code]) for code in ("approve", "approve_with_conditions", "reject")
)
PARTS: tuple[Option, ...] = (("rapporteur", ("مقرر", "Rapporteur")), ("reviewer", ("دارس", "Reviewer")))
AWARDS: tuple[Option, ...] = (("in_kind", ("عينية", "In kind")), ("cash", ("نقدية", "In cash")))


def form(command: str, title: Pair, icon: str, *fields: Field, **given: Any) -> Form:
    """A form of committee."""
    return Form(service="committee", command=command, title=title, icon=icon, fields=fields, given=given)


def choice(name: str, title: Pair, options: tuple[Option, ...], *, required: bool = True) -> Field:
    """One of several."""
    return Field(name=name, title=title, kind="choice", options=options, required=required)


def on_review(
    review: Any, person: str, sessions: Sequence[Any], items: tuple[Option, ...], body: Sequence[str], visit: Visit
) -> dict[str, Form]:
    """What may be asked on a review by this visitor; the domain decides whether it is time for it."""
    if review.stage in ("decided", "minutes_adopted", "cancelled"):
        return {}
    member = one_of(body, visit)
    offered = [*_studying(review, person, items, member), *_sitting(review, person, sessions, member, visit)]
    return {one.command: one for one in offered if visit.may("committee", one.command)}


def _studying(review: Any, person: str, items: tuple[Option, ...], member: Field) -> Iterator[Form]:
    review_id = review.review_id
    part = choice("role", ("صفته", "As"), PARTS)
    yield form("AssignReviewer", ("كلّف بالدراسة", "Assign"), "user-plus", member, part, review_id=review_id)
    study = Field(name="study", title=("الدراسة", "Study"), kind="area")
    advice = choice("recommendation_code", ("التوصية", "Recommendation"), ADVICE)
    told = {"review_id": review_id, "beneficiary_id": person}
    yield form("RecordStudy", ("سجّل الدراسة", "Record the study"), "file-check", study, advice, **told)
    wanted = Field(name="items", title=("ما يلزم", "What is needed"), kind="many", options=items)
    yield form(
        "RequestFurtherInformation",
        ("اطلب معلومات", "Ask for information"),
        "message-circle-question-mark",
        wanted,
        review_id=review_id,
    )


def _sitting(review: Any, person: str, sessions: Sequence[Any], member: Field, visit: Visit) -> Iterator[Form]:
    review_id, me = review.review_id, visit.actor.ref
    if review.body_kind == "committee":
        named = tuple((one.session_id, (f"الجلسة {one.session_no}", f"Session {one.session_no}")) for one in sessions)
        where = choice("session_id", ("الجلسة", "Session"), named)
        yield form(
            "PlaceOnAgenda", ("أدرجه في جلسة", "Put it on an agenda"), "calendar-plus", where, review_id=review_id
        )
        vote = choice("vote", ("صوتك", "Your vote"), VOTES)
        yield form("CastVote", ("سجّل صوتي", "Record my vote"), "vote", vote, review_id=review_id, member_ref=me)
        why = choice("reason_code", ("السبب", "Reason"), DEFERRING)
        yield form("DeferReview", ("أجّله", "Put it off"), "hourglass", why, review_id=review_id)
    mine = visit.may("committee", "CastVote")
    conflict = ("أفصح عن تعارض مصالح", "Declare a conflict of interest")
    whose, told = ((), {"member_ref": me}) if mine else ((member,), {})
    yield form("DeclareConflict", conflict, "user-x", *whose, review_id=review_id, **told)
    yield _decision(review_id, person)


def _decision(review_id: str, person: str) -> Form:
    return form(
        "RecordDecision",
        ("سجّل القرار", "Record the decision"),
        "gavel",
        choice("outcome", ("القرار", "Decision"), OUTCOMES),
        Field(name="reason_codes", title=("الأسباب", "Grounds"), kind="many", options=DECIDING),
        Field(name="reasons", title=("التسبيب", "Reasons in words"), kind="area"),
        choice("award_kind", ("نوع الدعم", "Kind of support"), AWARDS, required=False),
        review_id=review_id,
        beneficiary_id=person,
    )
