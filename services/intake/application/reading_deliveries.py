"""What was given, in words, opened for those who work on the request; each reading is on record."""

from __future__ import annotations

from datetime import date

from services.intake.application.answers_of_requests import seen
from services.intake.application.roles import CASEWORK, COUNTER, MANAGEMENT, SELF, SERVICE
from services.intake.domain.refusals.reply import no_words_of_a_delivery
from shared.application.desk import Desk
from shared.application.routes import Question
from shared.domain.messages import message
from shared.domain.refusals import NotFound

READERS = COUNTER | CASEWORK | SERVICE | MANAGEMENT | SELF | {"auditor"}


@message
class ReadDelivery:
    """What was given under one request; who reads it and why is recorded."""

    request_id: str
    reason: str


@message
class Delivery:
    """details: in words. partial: only a part of what was granted."""

    details: str
    delivered_on: date
    partial: bool


def read_delivery(query: ReadDelivery, desk: Desk) -> Delivery:
    """Raises NotFound where nothing was written, and once it is destroyed."""
    request, _, _ = seen(query.request_id, desk)
    if request.delivered is None or request.delivered_on is None:
        raise NotFound(no_words_of_a_delivery.code, en=no_words_of_a_delivery.en, ar=no_words_of_a_delivery.ar)
    return Delivery(
        details=desk.open(request.delivered, str, reason=query.reason, case_id=query.request_id),
        delivered_on=request.delivered_on,
        partial=request.partial,
    )


DELIVERIES = Question(query=ReadDelivery, answer=Delivery, by=READERS, answers=read_delivery)
