"""The forms of a reviewing body on one review: studying, sitting over it, deciding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from gateways.portal import looks
from gateways.portal.body import Body, one_of
from gateways.portal.deciding_form import decision
from gateways.portal.forms import Field, Form, Option, can_be_filled
from gateways.portal.looks import Pair
from gateways.portal.reasons import DEFERRING
from gateways.portal.visit import Visit
from services.committee.domain.body import SEATED, STUDYING
from shared.locale.dates import local_date
from shared.locale.wording import in_one_calendar

VOTES: tuple[Option, ...] = tuple((code, looks.NAMES[code]) for code in ("approve", "reject", "abstain"))
ADVICE: tuple[Option, ...] = tuple(
    (code, looks.NAMES[code]) for code in ("approve", "approve_with_conditions", "reject")
)
PARTS: tuple[Option, ...] = (("rapporteur", ("مقرر", "Rapporteur")), ("reviewer", ("دارس", "Reviewer")))
FOR_GOOD: Pair = (
    "من أفصح عن تعارض مصالح يتنحّى عن هذا الطلب ولا يعود إليه.",
    "Whoever declares a conflict of interest is recused from this request for good.",
)


def form(command: str, title: Pair, icon: str, *fields: Field, **given: Any) -> Form:
    """A form of committee."""
    return Form(service="committee", command=command, title=title, icon=icon, fields=fields, given=given)


def choice(name: str, title: Pair, options: tuple[Option, ...]) -> Field:
    """One of several."""
    return Field(name=name, title=title, kind="choice", options=options)


def on_review(
    review: Any, sessions: Sequence[Any], items: tuple[Option, ...], body: Body, visit: Visit
) -> dict[str, Form]:
    """What this visitor's roles may ask on a review; `review.next_commands` says for what it is the time."""
    offered = [*_studying(review, items, body, visit), *_sitting(review, sessions, visit)]
    offered += [_conflict(review, body, visit), decision(review)]
    return {one.command: one for one in offered if visit.may("committee", one.command) and can_be_filled(one)}


def _studying(review: Any, items: tuple[Option, ...], body: Body, visit: Visit) -> Iterator[Form]:
    id_ = {"review_id": review.review_id}
    part = choice("role", ("صفته", "As"), PARTS)
    member = one_of(STUDYING, body, {*review.recused, *review.handled_by, *review.reviewers}, visit)
    yield form("AssignReviewer", ("كلّف بالدراسة", "Assign"), "user-plus", member, part, **id_)
    study = Field(name="study", title=("الدراسة", "Study"), kind="area")
    advice = choice("recommendation_code", ("التوصية", "Recommendation"), ADVICE)
    title, person = ("سجّل الدراسة", "Record the study"), review.beneficiary_id or ""
    yield form("RecordStudy", title, "file-check", study, advice, beneficiary_id=person, **id_)
    wanted = Field(name="items", title=("ما يلزم", "What is needed"), kind="many", options=items)
    ask = ("اطلب معلومات", "Ask for information")
    yield form("RequestFurtherInformation", ask, "message-circle-question-mark", wanted, **id_)


def _sitting(review: Any, sessions: Sequence[Any], visit: Visit) -> Iterator[Form]:
    id_ = {"review_id": review.review_id}
    if sessions:
        where = choice("session_id", ("الجلسة", "Session"), tuple(_session(one) for one in sessions))
        yield form("PlaceOnAgenda", ("أدرجه في جلسة", "Put it on an agenda"), "calendar-plus", where, **id_)
    vote = choice("vote", ("صوتك", "Your vote"), VOTES)
    own = Field(name="reason", title=("السبب", "Reason"), kind="area", required=False)
    mine = {"member_ref": visit.actor.ref, "beneficiary_id": review.beneficiary_id}
    yield form("CastVote", ("سجّل صوتي", "Record my vote"), "vote", vote, own, **mine, **id_)
    why = choice("reason_code", ("السبب", "Reason"), DEFERRING)
    yield form("DeferReview", ("أجّله", "Put it off"), "hourglass", why, **id_)


def _session(one: Any) -> Option:
    """One that was held takes items until its minutes are written; it says so, since most items wait for the next."""
    day = local_date(one.starts_at)
    ar, en = ("، عُقدت", ", held already") if one.stage == "held" else ("", "")
    return one.session_id, (
        f"الجلسة {one.session_no}، {in_one_calendar(day, 'ar')}{ar}",
        f"Session {one.session_no}, {in_one_calendar(day, 'en')}{en}",
    )


def _conflict(review: Any, body: Body, visit: Visit) -> Form:
    """A member declares his own; the secretary says whose."""
    own = visit.may("committee", "CastVote")
    fields = () if own else (one_of(SEATED, body, review.recused, visit),)
    return Form(
        service="committee",
        command="DeclareConflict",
        title=("أفصح عن تعارض مصالح", "Declare a conflict of interest"),
        icon="user-x",
        fields=fields,
        given={"review_id": review.review_id} | ({"member_ref": visit.actor.ref} if own else {}),
        warns=FOR_GOOD,
    )
