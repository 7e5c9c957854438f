"""How a question about an inquiry is answered: its words are opened, and that is on record."""

from __future__ import annotations

from services.intake.application.aggregates import INQUIRY
from services.intake.application.asking_of_inquiries import InquiryContent, ReadInquiry
from services.intake.domain.inquiry import Inquiry
from shared.application.desk import Desk
from shared.domain.refusals import NotFound
from shared.domain.sealed import ContentRef


def read_inquiry(query: ReadInquiry, desk: Desk) -> InquiryContent:
    """The inquiry as its own events left it."""
    state: Inquiry = desk.load(INQUIRY, query.inquiry_id)
    return InquiryContent(
        inquiry_id=query.inquiry_id,
        asker_id=state.asker_id,
        topic_code=state.topic_code,
        channel=state.channel,
        received_on=state.received_on,
        policy_version=state.policy_version,
        outcome=state.outcome,
        routed_to=state.routed_to,
        question=_words(state.question, query, desk),
        answer=_words(state.answer, query, desk) if state.answer else None,
        answer_source=state.answer_source,
        answered_by=state.answered_by,
        answered_on=state.answered_on,
    )


def _words(ref: ContentRef, query: ReadInquiry, desk: Desk) -> str | None:
    """What was said; None once it is destroyed, while the inquiry keeps its place."""
    try:
        return desk.open(ref, str, reason=query.reason, case_id=query.inquiry_id)
    except NotFound:
        return None
