"""What an applicant asks for, opened for those who work on the request or decide on it; each reading is on record."""

from __future__ import annotations

from services.intake.application.answers_of_requests import seen
from services.intake.application.roles import CASEWORK, COUNTER, MANAGEMENT, SELF
from services.intake.domain.refusals.request import no_need_stated
from shared.application.desk import Desk
from shared.application.routes import Question
from shared.domain.messages import message
from shared.domain.refusals import NotFound

READERS = COUNTER | CASEWORK | MANAGEMENT | SELF | {"reviewing_member", "reviewing_secretary"}


@message
class ReadNeed:
    """What is asked for in one request; who reads it and why is recorded."""

    request_id: str
    reason: str


@message
class Need:
    """In words."""

    need: str


def read_need(query: ReadNeed, desk: Desk) -> Need:
    """As it was last stated; raises NotFound before that, and once it is destroyed."""
    request, _, _ = seen(query.request_id, desk)
    if request.need is None:
        raise NotFound(no_need_stated.code, en=no_need_stated.en, ar=no_need_stated.ar)
    return Need(need=desk.open(request.need, str, reason=query.reason, case_id=query.request_id))


NEEDS = Question(query=ReadNeed, answer=Need, by=READERS, answers=read_need)
