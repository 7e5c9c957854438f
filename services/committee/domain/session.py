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

    minuted_absent: who was called and did not come, as the minutes state it; those of an earlier time name nobody.
    """

    stage: Literal["scheduled", "held", "drafted", "adopted"] | None = None
    session_id: str = ""
    session_no: int = 0
    starts_at: datetime | None = None
    member_refs: tuple[str, ...] = ()
    members_present: tuple[str, ...] = ()
    held_on: date | None = None
    quorum_met: bool | None = None
    items: tuple[str, ...] = ()
    minutes_no: str | None = None
    minuted: tuple[happened.MinutesItem, ...] = ()
    minuted_absent: tuple[str, ...] = ()
    content_sha256: str | None = None
    remarks: ContentRef | None = None
    adopted_by: tuple[str, ...] = ()

    @property
    def is_held(self) -> bool:
        """It took place and its minutes are not locked yet."""
        return self.stage in ("held", "drafted")


def evolve(session: Session, event: Any) -> Session:
    """The session after one more fact."""
    match event:
        case happened.SessionScheduled(session_id=id_, session_no=number, starts_at=start, member_refs=members):
            return Session(stage="scheduled", session_id=id_, session_no=number, starts_at=start, member_refs=members)
        case happened.AgendaItemAdded(review_id=review):
            return replace(session, items=(*session.items, review))
        case happened.SessionHeld(held_on=day, members_present=members, quorum_met=met):
            return replace(session, stage="held", held_on=day, members_present=members, quorum_met=met)
        case happened.MinutesDrafted():
            return _drafted(session, event)
        case happened.MinutesAdopted(adopted_by=members):
            return replace(session, stage="adopted", adopted_by=members)
    return session


def _drafted(session: Session, event: happened.MinutesDrafted) -> Session:
    return replace(
        minuting(session, event.minutes_no, event.items, event.absent),
        content_sha256=event.content_sha256,
        remarks=event.remarks,
    )


def minuting(
    session: Session, minutes_no: str, items: tuple[happened.MinutesItem, ...], absent: tuple[str, ...]
) -> Session:
    """The session with what its minutes state, under their number."""
    return replace(session, stage="drafted", minutes_no=minutes_no, minuted=items, minuted_absent=absent)
