"""Calling, holding and minuting a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from services.committee.domain import commands as asked
from services.committee.domain import events as happened
from services.committee.domain import policy, refusals
from services.committee.domain.body import MEMBERS, Body, belongs_to
from services.committee.domain.counting import ITEMS, both
from services.committee.domain.minutes import content_digest, minutes_item
from services.committee.domain.review import Review
from services.committee.domain.session import Session, minuting
from shared.locale.dates import RIYADH, local_date

if TYPE_CHECKING:
    from shared.application.situation import Situation

Facts = tuple[Any, ...]


def schedule_session(
    command: asked.ScheduleSession, body: Body, session_no: int, situation: Situation
) -> tuple[happened.SessionScheduled]:
    refusals.no_members.unless(bool(command.member_refs))
    refusals.not_of_the_body.unless(belongs_to(body, command.member_refs, MEMBERS))
    refusals.day_has_passed.unless(local_date(command.starts_at) >= situation.today)
    # The present minute counts as still to come: a session may be called for now.
    this_minute = situation.now.replace(second=0, microsecond=0)
    now = f"{situation.now.astimezone(RIYADH):%H:%M}"
    refusals.hour_has_passed.unless(command.starts_at >= this_minute, now=now)
    return (
        happened.SessionScheduled(
            session_id=command.session_id,
            session_no=session_no,
            starts_at=command.starts_at,
            member_refs=tuple(dict.fromkeys(command.member_refs)),
            place=situation.refs.get("place"),
        ),
    )


def hold_session(command: asked.HoldSession, session: Session, situation: Situation) -> Facts:
    present = tuple(dict.fromkeys(command.members_present))
    refusals.session_held_already.unless(session.stage == "scheduled")
    refusals.session_not_begun.unless(command.held_on <= situation.today)
    refusals.nobody_present.unless(bool(present))
    refusals.not_a_member.unless(set(present) <= set(session.member_refs))
    quorum = situation.rules.settings.quorum if situation.rules.settings else None
    return (
        happened.SessionHeld(
            session_id=command.session_id,
            session_no=session.session_no,
            held_on=command.held_on,
            members_present=present,
            quorum_met=None if quorum is None else policy.quorum_is_met(len(present), quorum),
        ),
    )


def draft_minutes(
    command: asked.DraftMinutes, session: Session, reviews: Sequence[Review], minutes_no: str, situation: Situation
) -> Facts:
    demand_minutable(session, reviews)
    drafted = happened.MinutesDrafted(
        session_id=command.session_id,
        minutes_no=minutes_no,
        items=_items(session, reviews),
        absent=_absent(session),
        body_code=next((review.body_code for review in reviews), None),
        starts_at=session.starts_at,
        content_sha256="",
        remarks=situation.refs.get("remarks"),
    )
    return (replace(drafted, content_sha256=content_digest(minuting(session, drafted))),)


def demand_minutable(session: Session, reviews: Sequence[Review]) -> None:
    """It was held, and something has become of every item."""
    refusals.minutes_locked.unless(session.stage != "adopted")
    refusals.session_not_held.unless(session.is_held)
    still_open = sum(_is_undecided(review, session) for review in reviews)
    refusals.items_open.unless(still_open == 0, **both("items", still_open, ITEMS))


def demand_up_to_date(session: Session, reviews: Sequence[Review]) -> None:
    """The minutes say what became of every item."""
    refusals.minutes_out_of_date.unless(_items(session, reviews) == session.minuted)


def adopt_minutes(
    command: asked.AdoptMinutes, session: Session, reviews: Sequence[Review], situation: Situation
) -> Facts:
    refusals.minutes_locked.unless(session.stage != "adopted")
    if session.stage != "drafted" or session.minutes_no is None or session.content_sha256 is None:
        raise refusals.minutes_not_drafted.refused()
    remaining = [member for member in session.members_present if member not in command.adopted_by]
    refusals.adopted_by_others.unless(set(command.adopted_by) <= set(session.members_present))
    refusals.adoption_incomplete.unless(not remaining, members=", ".join(remaining), members_ar="، ".join(remaining))
    demand_up_to_date(session, reviews)
    return (
        happened.MinutesAdopted(
            session_id=command.session_id,
            minutes_no=session.minutes_no,
            content_sha256=session.content_sha256,
            adopted_by=tuple(dict.fromkeys(command.adopted_by)),
            adopted_on=situation.today,
        ),
    )


def _items(session: Session, reviews: Sequence[Review]) -> tuple[happened.MinutesItem, ...]:
    return tuple(minutes_item(review, session) for review in reviews)


def _absent(session: Session) -> tuple[str, ...]:
    return tuple(member for member in session.member_refs if member not in session.members_present)


def _is_undecided(review: Review, session: Session) -> bool:
    return review.session_id == session.session_id and review.stage == "on_agenda"
