"""Reviews by stage."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import Column, Date, Integer, MetaData, String, Table, func, select

from services.committee.domain import events as happened
from shared.application.desk import Desk
from shared.domain.messages import message
from shared.followers import Rows, View
from shared.store.log import Recorded

REVIEWS = Table(
    "reviews",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("review_id", String, primary_key=True),
    Column("request_id", String, nullable=False),
    Column("number", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("body_kind", String, nullable=False),
    Column("body_code", String, nullable=False),
    Column("opened_on", Date, nullable=False),
    Column("due_by", Date),
    Column("session_id", String),
    Column("session_no", Integer),
    Column("outcome", String),
    Column("decided_on", Date),
)

ENDED = ("decided", "minutes_adopted", "cancelled")


@message
class ListReviews:
    """The reviews, oldest first; of one stage, or all."""

    stage: str | None = None


@message
class ReviewRow:
    """One review in the list."""

    review_id: str
    request_id: str
    number: str
    stage: str
    body_kind: str
    body_code: str
    opened_on: date
    due_by: date | None
    session_id: str | None
    session_no: int | None
    outcome: str | None
    decided_on: date | None


@message
class CountOpenReviews:
    """How many are not decided yet, without a list: asked for every page of whoever studies."""


@message
class OpenReviews:
    """reviews: what still is to be studied or decided."""

    reviews: int


@message
class ReviewRows:
    """The list."""

    reviews: tuple[ReviewRow, ...]


def fill_reviews(rows: Rows, _row: Recorded, event: Any) -> None:
    if isinstance(event, happened.ReviewOpened):
        names = ("review_id", "request_id", "number", "body_kind", "body_code", "opened_on", "due_by")
        told = {name: getattr(event, name) for name in names}
        rows.add(REVIEWS, stage="opened", **told)
    elif isinstance(event, happened.ReviewerAssigned | happened.SocialStudyRecorded):
        review = rows.find(REVIEWS, review_id=event.review_id)
        if review is not None and review["stage"] == "opened":
            rows.change(REVIEWS, {"review_id": event.review_id}, stage="in_study")
    elif changes := _changes(event):
        rows.change(REVIEWS, {"review_id": event.review_id}, **changes)


def _changes(event: Any) -> dict[str, Any]:
    match event:
        case happened.FurtherInformationReceived():
            return {"stage": "in_study"}
        case happened.FurtherInformationRequested():
            return {"stage": "awaiting_information"}
        case happened.ReviewDueDateMoved(due_by=day):
            return {"due_by": day}
        case happened.ReviewPlacedOnAgenda(session_id=session, session_no=number):
            return {"stage": "on_agenda", "session_id": session, "session_no": number}
        case happened.ReviewDeferred():
            return {"stage": "deferred", "session_id": None, "session_no": None}
        case happened.RequestApproved(decided_on=day):
            return {"stage": "decided", "outcome": "approved", "decided_on": day}
        case happened.RequestRejected(decided_on=day):
            return {"stage": "decided", "outcome": "rejected", "decided_on": day}
        case happened.DecisionCorrected(outcome=outcome, decided_on=day):
            return {"outcome": outcome, "decided_on": day}
        case happened.ReviewMinuted():
            return {"stage": "minutes_adopted"}
        case happened.ReviewCancelled():
            return {"stage": "cancelled"}
    return {}


def list_reviews(query: ListReviews, desk: Desk) -> ReviewRows:
    wanted = select(REVIEWS).where(REVIEWS.c.tenant == desk.actor.tenant)
    if query.stage is not None:
        wanted = wanted.where(REVIEWS.c.stage == query.stage)
    with desk.infrastructure.views.engine.connect() as connection:
        rows = connection.execute(wanted.order_by(REVIEWS.c.opened_on, REVIEWS.c.number)).mappings().all()
    return ReviewRows(reviews=tuple(ReviewRow(**{name: row[name] for name in names(ReviewRow)}) for row in rows))


def count_open_reviews(_query: CountOpenReviews, desk: Desk) -> OpenReviews:
    wanted = select(func.count()).where(REVIEWS.c.tenant == desk.actor.tenant, REVIEWS.c.stage.not_in(ENDED))
    with desk.infrastructure.views.engine.connect() as connection:
        return OpenReviews(reviews=connection.execute(wanted).scalar_one())


def names(cls: type[Any]) -> tuple[str, ...]:
    """The fields of a row's class, which are columns of its table."""
    return tuple(field.name for field in fields(cls))


REVIEW_VIEW = View(name="reviews", tables=(REVIEWS,), apply=fill_reviews)
