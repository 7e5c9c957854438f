"""Why a reply was allowed early, in words, opened for those who answer for it; each reading is on record."""

from __future__ import annotations

from services.intake.application.answers_of_requests import seen
from services.intake.application.roles import MANAGEMENT, OFFICER
from services.intake.domain.refusals.reply import no_words_of_a_leave
from shared.application.desk import Desk
from shared.application.routes import Question
from shared.domain.messages import message
from shared.domain.refusals import NotFound


@message
class ReadEarlyReply:
    """The words of one leave; who reads them and why is recorded."""

    request_id: str
    reason: str


@message
class EarlyReply:
    """In words."""

    note: str


def read_early_reply(query: ReadEarlyReply, desk: Desk) -> EarlyReply:
    """Raises NotFound where none were written, and once they are destroyed."""
    request, _, _ = seen(query.request_id, desk)
    if request.early_reply_note is None:
        raise NotFound(no_words_of_a_leave.code, en=no_words_of_a_leave.en, ar=no_words_of_a_leave.ar)
    return EarlyReply(note=desk.open(request.early_reply_note, str, reason=query.reason, case_id=query.request_id))


LEAVES = Question(
    query=ReadEarlyReply, answer=EarlyReply, by=OFFICER | MANAGEMENT | {"auditor"}, answers=read_early_reply
)
