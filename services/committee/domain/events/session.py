"""What can have happened to a session and its minutes."""

from __future__ import annotations

from datetime import date, datetime

from shared.domain.messages import fact, message
from shared.domain.sealed import ContentRef


@fact(en="Session scheduled", ar="حُدد موعد جلسة", clause="decision")
class SessionScheduled:
    """session_no runs within the year."""

    session_id: str
    session_no: int
    starts_at: datetime
    member_refs: tuple[str, ...]
    place: ContentRef | None = None


@fact(en="Item added to the agenda", ar="أُضيف بند إلى جدول الأعمال", clause="decision")
class AgendaItemAdded:
    """A request is an item of this session."""

    session_id: str
    review_id: str
    item_no: int


@fact(en="Session held", ar="عُقدت الجلسة", clause="decision")
class SessionHeld:
    """quorum_met: None where the association has set no rule."""

    session_id: str
    session_no: int
    held_on: date
    members_present: tuple[str, ...]
    quorum_met: bool | None = None


@message
class MinutesItem:
    """One item as the minutes state it. outcome: approved, rejected, deferred or cancelled.

    recommendation_code: what the study recommended; condition_codes: on what conditions it was decided; award_kind: in
    what kind something was granted, whose words stay sealed with the decision.
    """

    review_id: str
    number: str
    outcome: str
    recused: tuple[str, ...]
    votes_for: int
    votes_against: int
    abstentions: int
    reason_codes: tuple[str, ...]
    recommendation_code: str | None = None
    condition_codes: tuple[str, ...] = ()
    award_kind: str | None = None


@fact(en="Minutes drafted", ar="أُعد المحضر", clause="decision")
class MinutesDrafted:
    """content_sha256: of the Arabic minutes as written from these items, which hold codes and numbers only.

    absent: who was called and did not come. body_code: the reviewing body; starts_at: for when it was called.
    """

    session_id: str
    minutes_no: str
    items: tuple[MinutesItem, ...]
    content_sha256: str
    remarks: ContentRef | None = None
    absent: tuple[str, ...] = ()
    body_code: str | None = None
    starts_at: datetime | None = None


@fact(en="Minutes adopted", ar="اعتُمد المحضر", clause="decision")
class MinutesAdopted:
    """Adopted over exactly this content; locked. adopted_on: the day, not told of those of an earlier time."""

    session_id: str
    minutes_no: str
    content_sha256: str
    adopted_by: tuple[str, ...]
    adopted_on: date | None = None
