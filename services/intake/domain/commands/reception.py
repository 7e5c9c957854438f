"""What intake may be asked at the counter: visits and questions."""

from __future__ import annotations

from typing import Annotated

from shared.domain.messages import message
from shared.domain.sealed import Sealed


@message
class ReceiveVisitor:
    """Somebody has come, by a channel; how long he stays is not limited."""

    reception_id: str
    channel: str
    beneficiary_id: str | None = None
    request_id: str | None = None


@message
class RecogniseVisitor:
    """Who it is that has come: somebody in the register. Said again, it corrects what was said before."""

    reception_id: str
    beneficiary_id: str


@message
class EndReception:
    """The visit is over; what is missing from the request, and why he leaves without it."""

    reception_id: str
    request_id: str | None = None
    hospitality_offered: bool = False
    missing_items: tuple[str, ...] = ()
    incomplete_reason: str | None = None


@message
class ReceiveInquiry:
    """Somebody asks something; asker_id is his beneficiary id, or a fresh id for an unknown asker.

    Unless routed_to names an officer, the liaison officer of category and field gets it, if there is one.
    """

    inquiry_id: str
    asker_id: str
    topic_code: str
    channel: str
    question: Annotated[str, Sealed(category="inquiries", subject="asker_id")]
    category: str | None = None
    field: str | None = None
    routed_to: str | None = None


@message
class AnswerInquiry:
    """The question is answered; answer_source is the tool the answer came from."""

    inquiry_id: str
    asker_id: str
    answer_source: str
    answer: Annotated[str, Sealed(category="inquiries", subject="asker_id")]


@message
class ReferInquiry:
    """Somebody else is to answer."""

    inquiry_id: str
    referred_to: str


@message
class NoteLiaison:
    """A liaison officer was appointed, or his appointment ended (reaction)."""

    category: str
    field: str
    staff_ref: str
    appointed: bool
