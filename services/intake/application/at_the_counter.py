"""Use cases at the counter that look at a request, or at who answers, as well."""

from __future__ import annotations

from services.intake.application.aggregates import BENEFICIARY, INQUIRY, LIAISON, RECEPTION, REQUEST
from services.intake.application.on_requests import existing_request
from services.intake.domain import inquiry, reception
from services.intake.domain.commands.reception import EndReception, ReceiveInquiry, RecogniseVisitor
from shared.application.routes import already_exists, decide_on
from shared.application.streams import no_such
from shared.application.work import Work
from shared.domain.refusals import Refused

DIRECTORY = "officers"


def recognise_visitor(command: RecogniseVisitor, work: Work) -> None:
    """The visitor is somebody in the register."""
    if work.existing(RECEPTION, command.reception_id) is None:
        raise no_such(RECEPTION)
    work.existing(BENEFICIARY, command.beneficiary_id)
    decide_on(RECEPTION, command.reception_id, reception.recognise_visitor, command, work)


def end_reception(command: EndReception, work: Work) -> None:
    """A visit ends; what its request lacks is looked at while the visitor is present."""
    state: reception.Reception | None = work.existing(RECEPTION, command.reception_id)
    if state is None:
        raise no_such(RECEPTION)
    request_id = request_of(command, state, work)
    request = existing_request(request_id, work) if request_id else None
    aggregate, id_ = (REQUEST, request_id) if request_id else (RECEPTION, command.reception_id)
    decided = reception.end_reception(command, state, request, work.situation(aggregate, id_))
    work.record(RECEPTION, command.reception_id, *decided)


def request_of(command: EndReception, state: reception.Reception, work: Work) -> str | None:
    """The request the visit led to. One that was only foreseen when it began need never have been opened."""
    if command.request_id or state.request_id is None:
        return command.request_id
    return state.request_id if work.load(REQUEST, state.request_id) else None


def receive_inquiry(command: ReceiveInquiry, work: Work) -> None:
    """A question goes to the liaison officer of its category and field, where one is appointed."""
    already_exists.unless(work.load(INQUIRY, command.inquiry_id) is None)
    officer = work.load(LIAISON, DIRECTORY).officer(command.category, command.field)
    try:
        received = inquiry.receive(command, officer, work.situation(INQUIRY, command.inquiry_id))
    except Refused as refused:
        work.record(INQUIRY, command.inquiry_id, *refused.on_record)
        raise
    work.record(INQUIRY, command.inquiry_id, *received)
