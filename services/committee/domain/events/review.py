"""What can have happened to a request under study."""

from __future__ import annotations

from datetime import date

from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


@fact(en="Review opened", ar="بدأت دراسة الطلب", clause="reviewing_body")
class ReviewOpened:
    """handled_by: staff who completed or verified the request."""

    review_id: str
    request_id: str
    number: str
    beneficiary_id: str | None
    body_kind: str
    body_code: str
    due_by: date | None
    policy_version: str
    handled_by: tuple[str, ...]
    opened_on: date


@fact(en="Referral noted", ar="سُجّلت إحالة الطلب", clause="reviewing_body")
class ReferralNoted:
    """Which review a request is under now."""

    review_id: str


@fact(en="Reviewer assigned", ar="كُلّف عضو بدراسة الطلب", clause="reviewing_body")
class ReviewerAssigned:
    """role: rapporteur or reviewer."""

    review_id: str
    member_ref: str
    role: str


@fact(en="Conflict of interest declared", ar="أُفصح عن تعارض مصالح", clause="decision")
class ConflictOfInterestDeclared:
    """declared_by: the member, or the secretary who put it on record."""

    review_id: str
    member_ref: str
    declared_by: str


@fact(en="Reviewer recused", ar="تنحّى عضو عن الطلب", clause="decision")
class ReviewerRecused:
    """From now on the member neither votes nor counts; an earlier vote of his is void."""

    review_id: str
    member_ref: str


@fact(en="Study recorded", ar="سُجّلت دراسة الطلب", clause="reviewing_body")
class SocialStudyRecorded:
    """The study itself is sealed."""

    review_id: str
    study: ContentRef
    recommendation_code: str
    recorded_by: str


@fact(en="Further information requested", ar="طُلبت معلومات إضافية", clause="reviewing_body")
class FurtherInformationRequested:
    """The reply's clock runs on."""

    review_id: str
    request_id: str
    items: tuple[str, ...]
    beneficiary_id: str | None = None
    number: str | None = None


@fact(en="Further information received", ar="وردت المعلومات الإضافية", clause="reviewing_body")
class FurtherInformationReceived:
    """still_missing: what was asked and has not come."""

    review_id: str
    items: tuple[str, ...]
    still_missing: tuple[str, ...]


@fact(en="Due date moved", ar="تغيّر موعد الرد على الطلب قيد الدراسة", clause="response_window")
class ReviewDueDateMoved:
    """As intake counts it now."""

    review_id: str
    due_by: date


@fact(en="Review cancelled", ar="أُلغيت دراسة الطلب")
class ReviewCancelled:
    """cause: withdrawn or duplicate."""

    review_id: str
    request_id: str
    cause: str
