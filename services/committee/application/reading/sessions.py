"""How a session, its agenda and its minutes are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from services.committee.application.aggregates import REVIEW, SESSION
from services.committee.application.next_steps import Now, Obstacle, now_in, still_to_vote, waits_for
from services.committee.application.reading.reviews import ReviewRead, told_of
from services.committee.application.session_steps import session_steps
from services.committee.domain import session as sessions
from services.committee.domain.events import MinutesItem
from services.committee.domain.minutes import ARABIC, ENGLISH, minutes_text
from services.committee.domain.refusals import minutes_not_drafted
from services.committee.views import names
from shared.application.desk import Desk
from shared.domain.messages import message

OWN = frozenset({"stage", "items", "quorum", "next_commands", "waits_for", "has_place"})


@message
class ReadSession:
    """One session."""

    session_id: str


@message
class SessionRead:
    """A session as it stands; quorum: the association's rule now, None where it has set none.

    next_commands: what it is ready for. waits_for: what its minutes lack before they can be written or adopted.
    has_place: whether it was said where it sits, which is read by a question of its own. adopted_on: None as well where
    minutes were adopted before the day was kept.
    """

    session_id: str
    session_no: int
    stage: str
    starts_at: datetime | None
    member_refs: tuple[str, ...]
    members_present: tuple[str, ...]
    held_on: date | None
    quorum_met: bool | None
    items: tuple[str, ...]
    minutes_no: str | None
    adopted_by: tuple[str, ...]
    quorum: int | None = None
    next_commands: tuple[str, ...] = ()
    waits_for: Obstacle | None = None
    has_place: bool = False
    adopted_on: date | None = None


@message
class ReadPlace:
    """Where a session sits."""

    session_id: str


@message
class Place:
    """In words, as it was sealed; None where nobody has said it."""

    place: str | None


@message
class ReadAgenda:
    """The items of a session, in order."""

    session_id: str


@message
class AgendaRead:
    """Every request put before the session, as it stands now, with what those still on its agenda wait for."""

    session_no: int
    items: tuple[ReviewRead, ...]


@message
class ReadMinutes:
    """The minutes of a session."""

    session_id: str


@message
class Minutes:
    """The text in both languages, of which the Arabic one is adopted; remarks were sealed.

    body_code, starts_at, absent and items: what that text states, apart, so that it can be set as a document.
    """

    minutes_no: str
    adopted: bool
    ar: str
    en: str
    content_sha256: str
    remarks: str | None
    body_code: str | None = None
    starts_at: datetime | None = None
    absent: tuple[str, ...] = ()
    items: tuple[MinutesItem, ...] = ()


def read_session(query: ReadSession, desk: Desk) -> SessionRead:
    session: sessions.Session = desk.load(SESSION, query.session_id)
    told = {name: getattr(session, name) for name in names(SessionRead) if name not in OWN}
    ready, waits = session_steps(session, [desk.load(REVIEW, each) for each in dict.fromkeys(session.items)])
    settings = desk.rules().settings
    return SessionRead(
        stage=str(session.stage),
        items=tuple(dict.fromkeys(session.items)),
        quorum=settings.quorum if settings else None,
        next_commands=ready,
        waits_for=waits,
        has_place=session.place is not None,
        **told,
    )


def read_place(query: ReadPlace, desk: Desk) -> Place:
    session: sessions.Session = desk.load(SESSION, query.session_id)
    if session.place is None:
        return Place(place=None)
    return Place(place=desk.open(session.place, str, reason="reading the place", case_id=query.session_id))


def read_agenda(query: ReadAgenda, desk: Desk) -> AgendaRead:
    session: sessions.Session = desk.load(SESSION, query.session_id)
    reviews, rules = [desk.load(REVIEW, review_id) for review_id in dict.fromkeys(session.items)], desk.rules()
    items = tuple(_item(now_in(session, review, rules, desk)) for review in reviews)
    return AgendaRead(session_no=session.session_no, items=items)


def _item(now: Now) -> ReviewRead:
    told = told_of(now.review)
    if now.review.session_id != now.session.session_id:
        return told
    return replace(told, waits_for=waits_for(now), still_to_vote=still_to_vote(now))


def read_minutes(query: ReadMinutes, desk: Desk) -> Minutes:
    session: sessions.Session = desk.load(SESSION, query.session_id)
    if session.minutes_no is None or session.content_sha256 is None:
        raise minutes_not_drafted.refused()
    remarks = (
        desk.open(session.remarks, str, reason="reading minutes", case_id=query.session_id) if session.remarks else None
    )
    return Minutes(
        minutes_no=session.minutes_no,
        adopted=session.stage == "adopted",
        ar=minutes_text(ARABIC, session),
        en=minutes_text(ENGLISH, session),
        content_sha256=session.content_sha256,
        remarks=remarks,
        body_code=session.minuted_body,
        starts_at=session.minuted_start,
        absent=session.minuted_absent,
        items=session.minuted,
    )
