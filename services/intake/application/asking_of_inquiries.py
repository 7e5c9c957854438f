"""What may be asked about an inquiry, and the shape of the answer."""

from __future__ import annotations

from datetime import date

from shared.domain.messages import message


@message
class ReadInquiry:
    """One inquiry with its words; who reads them and why is recorded."""

    inquiry_id: str
    reason: str


@message
class InquiryContent:
    """question, answer: None where there is none yet, or it was destroyed. outcome: open, referred, answered."""

    inquiry_id: str
    asker_id: str
    topic_code: str
    channel: str
    received_on: date
    policy_version: str
    outcome: str
    routed_to: str | None
    question: str | None
    answer: str | None
    answer_source: str | None
    answered_by: str | None
    answered_on: date | None
