"""Use cases at the counter that look at a request, or at who answers, as well."""

from __future__ import annotations

from services.intake.application.aggregates import INQUIRY, LIAISON, RECEPTION, REQUEST
from services.intake.application.on_requests import existing_request
from services.intake.domain import inquiry, reception
from services.intake.domain.commands.reception import EndReception, ReceiveInquiry
from shared.application.routes import already_exists
from shared.application.streams import no_such
from shared.application.work import Work
from shared.domain.refusals import Refused

DIRECTORY = "officers"


def end_reception(command: EndReception, work: Work) -> None:
    """A visit ends; what its request lacks is looked at while the visitor is present."""
    state: reception.Reception | None = work.existing(RECEPTION, command.reception_id)
    if state is None:
        raise no_such(RECEPTION)
    request_id = command.request_id or state.request_id
    request = existing_request(request_id, work) if request_id else None
    aggregate, id_ = (REQUEST, request_id) if request_id else (RECEPTION, command.reception_id)
    decided = reception.end_reception(command, state, request, work.situation(aggregate, id_))
    work.record(RECEPTION, command.reception_id, *decided)


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
