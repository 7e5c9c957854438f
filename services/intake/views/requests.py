"""The list of requests: where each stands, its number and its dates."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Date, MetaData, String, Table

from services.intake.domain.events import reply
from services.intake.domain.events import request as events
from services.intake.views.rows import id_of
from shared.followers import Rows, View
from shared.store.log import Recorded

REQUESTS = Table(
    "requests",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("request_id", String, primary_key=True),
    Column("number", String, nullable=False),
    Column("beneficiary_id", String, nullable=False),
    Column("service_code", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("stage", String, nullable=False, index=True),
    Column("opened_on", Date, nullable=False),
    Column("submitted_on", Date),
    Column("completed_on", Date),
    Column("not_before", Date),
    Column("due_by", Date),
    Column("outcome", String),
    Column("decided_on", Date),
    Column("replied_on", Date),
    Column("delivered_on", Date),
    Column("breached", Boolean, nullable=False),
)


def fill(rows: Rows, row: Recorded, event: Any) -> None:
    """Insert the request at its opening, then set what each event changes."""
    if isinstance(event, events.SupportRequestOpened):
        rows.add(
            REQUESTS,
            request_id=id_of(row),
            number=event.number,
            beneficiary_id=event.beneficiary_id,
            service_code=event.service_code,
            origin=event.origin,
            channel=event.channel,
            stage="open",
            opened_on=event.opened_on,
            breached=False,
        )
    elif isinstance(event, events.DeclarationInvalidated):
        request = rows.find(REQUESTS, request_id=id_of(row))
        if request is not None and request["stage"] == "submitted":
            rows.change(REQUESTS, {"request_id": id_of(row)}, stage="open")
    elif row.stream.startswith("support_request-") and (values := prepared(event) or answered(event) or served(event)):
        rows.change(REQUESTS, {"request_id": id_of(row)}, **values)


def prepared(event: Any) -> dict[str, Any]:
    """Columns that change until the request is with the reviewing body."""
    match event:
        case events.ReferredToSocialResearch():
            return {"stage": "in_clarification"}
        case events.ProceduresClarified():
            return {"stage": "open"}
        case events.InformationRequested():
            return {"stage": "awaiting_information"}
        case events.InformationSupplied(in_review=in_review):
            return {"stage": "under_review" if in_review else "open"}
        case events.SupportRequestSubmitted(submitted_on=day):
            return {"stage": "submitted", "submitted_on": day}
        case events.SupportRequestCompleted(completed_on=day):
            return {"stage": "completed", "completed_on": day}
        case events.ResponseWindowSet(not_before=not_before, due_by=due_by):
            return {"not_before": not_before, "due_by": due_by}
        case events.SupportRequestReferred():
            return {"stage": "under_review"}
    return {}


def answered(event: Any) -> dict[str, Any]:
    """Columns that change until the reply is out."""
    match event:
        case reply.InformationAskedInReview():
            return {"stage": "queried_in_review"}
        case reply.ReviewDecisionReceived(outcome=outcome, decided_on=day):
            return {"stage": "decided", "outcome": outcome, "decided_on": day}
        case reply.DecisionCommunicated(replied_on=day):
            return {"stage": "replied", "replied_on": day}
        case reply.ReplyUndelivered():
            return {"stage": "decided", "replied_on": None}
        case reply.ResponseWindowRecalculated(after=day):
            return {"due_by": day}
        case reply.ResponseDeadlineBreached():
            return {"breached": True}
    return {}


def served(event: Any) -> dict[str, Any]:
    """Columns that change at the end."""
    match event:
        case reply.ServiceStarted():
            return {"stage": "in_service"}
        case reply.ServiceDelivered(delivered_on=day):
            return {"stage": "delivered", "delivered_on": day}
        case reply.ServiceNotDelivered():
            return {"stage": "not_delivered"}
        case reply.SupportRequestWithdrawn():
            return {"stage": "withdrawn"}
        case reply.SupportRequestClosed():
            return {"stage": "closed"}
        case reply.SupportRequestReopened():
            later = ("submitted_on", "completed_on", "not_before", "due_by", "outcome", "decided_on", "replied_on")
            return {"stage": "open", "breached": False, "delivered_on": None} | dict.fromkeys(later)
    return {}


REQUESTS_VIEW = View(name="requests", tables=(REQUESTS,), apply=fill)
