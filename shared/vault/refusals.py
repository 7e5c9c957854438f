"""What the vault answers when it cannot give or destroy."""

from __future__ import annotations

from shared.domain.refusals import Conflict, NotFound, Reason

CONTENT_UNKNOWN = Reason(
    code="content_unknown",
    en="There is no such content.",
    ar="لا يوجد محتوى بهذا المرجع.",
)
CONTENT_DESTROYED = Reason(
    code="content_destroyed",
    en="This content was destroyed and cannot be recovered.",
    ar="أُتلف هذا المحتوى ولا يمكن استرجاعه.",
)
SUBJECT_DESTROYED = Reason(
    code="subject_destroyed",
    en="The data of this subject was destroyed; nothing more can be stored about it.",
    ar="أُتلفت بيانات صاحب الشأن، فلا يمكن حفظ شيء عنه بعد ذلك.",
)
CONTENT_ALTERED = Reason(
    code="content_altered",
    en="The stored content is not the content that was sealed.",
    ar="المحتوى المخزّن ليس هو المحتوى المختوم.",
)
DESTRUCTION_BLOCKED = Reason(
    code="destruction_blocked",
    en="Destruction is blocked by hold {hold_ids}.",
    ar="الإتلاف موقوف بأمر الحفظ {hold_ids}.",
)
HOLD_UNKNOWN = Reason(
    code="hold_unknown",
    en="There is no hold {hold_id} in force.",
    ar="لا يوجد أمر حفظ سارٍ بالرقم {hold_id}.",
)


def missing(reason: Reason, **params: str) -> NotFound:
    """The reason as a NotFound."""
    return NotFound(reason.code, en=reason.en.format(**params), ar=reason.ar.format(**params))


def altered() -> Conflict:
    """Content that fails its hash, its key commitment or its authentication."""
    return Conflict(CONTENT_ALTERED.code, en=CONTENT_ALTERED.en, ar=CONTENT_ALTERED.ar)
