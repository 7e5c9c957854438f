"""How one review, session, agenda or sealed text is read."""

from __future__ import annotations

from datetime import date, datetime

from services.committee.application.aggregates import REFERRAL, REVIEW, SESSION
from services.committee.domain import review as reviews
from services.committee.domain import session as sessions
from services.committee.domain.minutes import ARABIC, ENGLISH, minutes_text
from services.committee.domain.refusals import minutes_not_drafted, not_decided, not_studied
from services.committee.views import names
from shared.application.desk import Desk
from shared.domain.messages import message


@message
class ReadReview:
    """One review, by its own id, or by its request's: then the one the request is under now."""

    review_id: str | None = None
    request_id: str | None = None


@message
class CastVoteRead:
    """A vote on the item of the present session."""

    member_ref: str
    vote: str


@message
class ReviewRead:
    """A review as it stands; the study and the reasons are read by questions of their own."""

    review_id: str
    request_id: str
    number: str
    stage: str
    beneficiary_id: str | None
    body_kind: str
    body_code: str
    due_by: date | None
    policy_version: str | None
    handled_by: tuple[str, ...]
    reviewers: tuple[str, ...]
    recused: tuple[str, ...]
    has_study: bool
    recommendation_code: str | None
    missing: tuple[str, ...]
    session_id: str | None
    session_no: int | None
    item_no: int | None
    votes: tuple[CastVoteRead, ...]
    outcome: str | None
    decided_on: date | None
    reason_codes: tuple[str, ...]
    condition_codes: tuple[str, ...]
    award_kind: str | None
    minutes_no: str | None


@message
class ReadSession:
    """One session."""

    session_id: str


@message
class SessionRead:
    """A session as it stands."""

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


@message
class ReadAgenda:
    """The items of a session, in order."""

    session_id: str


@message
class AgendaRead:
    """Every request put before the session, as it stands now."""

    session_no: int
    items: tuple[ReviewRead, ...]


@message
class ReadMinutes:
    """The minutes of a session."""

    session_id: str


@message
class Minutes:
    """The text in both languages, of which the Arabic one is adopted; remarks were sealed."""

    minutes_no: str
    adopted: bool
    ar: str
    en: str
    content_sha256: str
    remarks: str | None


@message
class ReadStudy:
    """The sealed study of a request."""

    review_id: str


@message
class Study:
    """What was found, and what is recommended."""

    study: str
    recommendation_code: str


@message
class ReadDecision:
    """A decision with its sealed reasons."""

    review_id: str


@message
class Decision:
    """What was decided and why, in words."""

    outcome: str
    decided_on: date
    reason_codes: tuple[str, ...]
    reasons: str
    condition_codes: tuple[str, ...]
    award_kind: str | None
    award: str | None


def read_review(query: ReadReview, desk: Desk) -> ReviewRead:
    review_id = query.review_id or desk.load(REFERRAL, query.request_id or "")[-1]
    return _review(desk.load(REVIEW, review_id))


def read_session(query: ReadSession, desk: Desk) -> SessionRead:
    session: sessions.Session = desk.load(SESSION, query.session_id)
    told = {name: getattr(session, name) for name in names(SessionRead) if name not in ("stage", "items")}
    return SessionRead(stage=str(session.stage), items=tuple(dict.fromkeys(session.items)), **told)


def read_agenda(query: ReadAgenda, desk: Desk) -> AgendaRead:
    session: sessions.Session = desk.load(SESSION, query.session_id)
    items = tuple(_review(desk.load(REVIEW, review_id)) for review_id in dict.fromkeys(session.items))
    return AgendaRead(session_no=session.session_no, items=items)


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
        ar=minutes_text(ARABIC, session, session.minutes_no, session.minuted),
        en=minutes_text(ENGLISH, session, session.minutes_no, session.minuted),
        content_sha256=session.content_sha256,
        remarks=remarks,
    )


def read_study(query: ReadStudy, desk: Desk) -> Study:
    review: reviews.Review = desk.load(REVIEW, query.review_id)
    if review.study is None or review.recommendation_code is None:
        raise not_studied.refused()
    study = desk.open(review.study, str, reason="reading the study", case_id=review.request_id)
    return Study(study=study, recommendation_code=review.recommendation_code)


def read_decision(query: ReadDecision, desk: Desk) -> Decision:
    review: reviews.Review = desk.load(REVIEW, query.review_id)
    decision = review.decision
    if decision is None:
        raise not_decided.refused()
    reason, case_id = "reading the decision", review.request_id
    return Decision(
        outcome=decision.outcome,
        decided_on=decision.decided_on,
        reason_codes=decision.reason_codes,
        reasons=desk.open(decision.reasons, str, reason=reason, case_id=case_id),
        condition_codes=decision.condition_codes,
        award_kind=decision.award_kind,
        award=desk.open(decision.award, str, reason=reason, case_id=case_id) if decision.award else None,
    )


def _review(review: reviews.Review) -> ReviewRead:
    own = ("stage", "has_study", "votes", "outcome", "decided_on", "reason_codes", "condition_codes", "award_kind")
    told = {name: getattr(review, name) for name in names(ReviewRead) if name not in own}
    decision = review.decision
    return ReviewRead(
        stage=str(review.stage),
        has_study=review.study is not None,
        votes=tuple(CastVoteRead(member_ref=vote.member_ref, vote=vote.vote) for vote in review.votes),
        outcome=decision.outcome if decision else None,
        decided_on=decision.decided_on if decision else None,
        reason_codes=decision.reason_codes if decision else (),
        condition_codes=decision.condition_codes if decision else (),
        award_kind=decision.award_kind if decision else None,
        **told,
    )
