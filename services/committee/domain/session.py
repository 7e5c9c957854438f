"""A session of a committee: called, held, minuted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

from services.committee.domain import events as happened
from shared.domain.sealed import ContentRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """items: the reviews on its agenda, in order, whatever became of them; minuted: as the minutes state them.

    minuted_absent: who was called and did not come, as the minutes state it; minuted_body: which body it was, and
    minuted_start: for when it was called. Minutes of an earlier time state none of the three.
    """

    stage: Literal["scheduled", "held", "drafted", "adopted"] | None = None
    session_id: str = ""
    session_no: int = 0
    starts_at: datetime | None = None
    member_refs: tuple[str, ...] = ()
    place: ContentRef | None = None
    members_present: tuple[str, ...] = ()
    held_on: date | None = None
    quorum_met: bool | None = None
    items: tuple[str, ...] = ()
    minutes_no: str | None = None
    minuted: tuple[happened.MinutesItem, ...] = ()
    minuted_absent: tuple[str, ...] = ()
    minuted_body: str | None = None
    minuted_start: datetime | None = None
    content_sha256: str | None = None
    remarks: ContentRef | None = None
    adopted_by: tuple[str, ...] = ()
    adopted_on: date | None = None

    @property
    def is_held(self) -> bool:
        """It took place and its minutes are not locked yet."""
        return self.stage in ("held", "drafted")


def evolve(session: Session, event: Any) -> Session:
    """The session after one more fact."""
    match event:
        case happened.SessionScheduled():
            return _called(event)
        case happened.AgendaItemAdded(review_id=review):
            return replace(session, items=(*session.items, review))
        case happened.SessionHeld(held_on=day, members_present=members, quorum_met=met):
            return replace(session, stage="held", held_on=day, members_present=members, quorum_met=met)
        case happened.MinutesDrafted():
            return minuting(session, event)
        case happened.MinutesAdopted(adopted_by=members, adopted_on=day):
            return replace(session, stage="adopted", adopted_by=members, adopted_on=day)
    return session


def _called(event: happened.SessionScheduled) -> Session:
    return Session(
        stage="scheduled",
        session_id=event.session_id,
        session_no=event.session_no,
        starts_at=event.starts_at,
        member_refs=event.member_refs,
        place=event.place,
    )


def minuting(session: Session, drafted: happened.MinutesDrafted) -> Session:
    """The session with what its minutes state, under their number."""
    return replace(
        session,
        stage="drafted",
        minutes_no=drafted.minutes_no,
        minuted=drafted.items,
        minuted_absent=drafted.absent,
        minuted_body=drafted.body_code,
        minuted_start=drafted.starts_at,
        content_sha256=drafted.content_sha256,
        remarks=drafted.remarks,
    )
