"""Use cases at the counter that look at a request as well."""

from __future__ import annotations

from services.intake.application.aggregates import RECEPTION, REQUEST
from services.intake.application.on_requests import existing_request
from services.intake.domain import reception
from services.intake.domain.commands.reception import EndReception
from shared.application.work import Work, no_such


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
