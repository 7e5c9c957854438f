"""The minutes of a session, written from its states: numbers, dates, codes and opaque references only."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from services.committee.domain.events import MinutesItem
from services.committee.domain.review import Review, Vote
from services.committee.domain.session import Session
from shared.locale.dates import RIYADH


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How one language says what minutes say."""

    heading: str
    body: str
    session: str
    start: str
    present: str
    absent: str
    quorum: dict[bool | None, str]
    item: str
    outcomes: dict[str, str]
    recused: str
    votes: str
    reasons: str
    recommended: str
    conditions: str
    award: str
    comma: str


ARABIC = Wording(
    heading="محضر رقم {}",
    body="الجهة: {}",
    session="الجلسة رقم {}، المنعقدة في {}",
    start="الموعد الذي دُعي إليها فيه: {} {}",
    present="الأعضاء الحاضرون: {}",
    absent="الأعضاء الغائبون: {}",
    quorum={
        None: "النصاب: لم تحدد الجمعية قاعدة للنصاب",
        True: "النصاب: مكتمل",
        False: "النصاب: غير مكتمل",
    },
    item="{}. الطلب {}: {}",
    outcomes={"approved": "قُبل", "rejected": "رُفض", "deferred": "أُجّل", "cancelled": "أُلغيت دراسته"},
    recused="؛ تنحّى: {}",
    votes="؛ مع: {}، ضد: {}، امتناع: {}",
    reasons="؛ الأسباب: {}",
    recommended="؛ توصية الدراسة: {}",
    conditions="؛ الشروط: {}",
    award="؛ نوع الدعم: {}",
    comma="، ",
)
ENGLISH = Wording(
    heading="Minutes no. {}",
    body="Body: {}",
    session="Session no. {}, held on {}",
    start="Called for: {} {}",
    present="Members present: {}",
    absent="Members absent: {}",
    quorum={
        None: "Quorum: the association has set no rule",
        True: "Quorum: met",
        False: "Quorum: not met",
    },
    item="{}. Request {}: {}",
    outcomes={name: name for name in ("approved", "rejected", "deferred", "cancelled")},
    recused="; recused: {}",
    votes="; for: {}, against: {}, abstained: {}",
    reasons="; reasons: {}",
    recommended="; the study recommends: {}",
    conditions="; conditions: {}",
    award="; support granted: {}",
    comma=", ",
)


def minutes_text(words: Wording, session: Session) -> str:
    """Pure: the same facts give the same letters, whatever has happened to the cases since."""
    return "\n".join(_lines(words, session))


def content_digest(session: Session) -> str:
    """What the members adopt, to the letter; it holds no personal data, so that its digest gives nothing away."""
    return hashlib.sha256(minutes_text(ARABIC, session).encode()).hexdigest()


def minutes_item(review: Review, session: Session) -> MinutesItem:
    """What became of an item in this session."""
    here = review.session_id == session.session_id
    votes, reasons = _outcome_rests_on(review, session)
    told = Counter(vote.vote for vote in votes)
    return MinutesItem(
        review_id=review.review_id,
        number=review.number,
        outcome=_outcome(review, session),
        recused=review.recused if here else (),
        votes_for=told["approve"],
        votes_against=told["reject"],
        abstentions=told["abstain"],
        reason_codes=reasons,
        recommendation_code=review.recommendation_code if here else None,
        condition_codes=review.decision.condition_codes if here and review.decision else (),
        award_kind=review.decision.award_kind if here and review.decision else None,
    )


def _outcome_rests_on(review: Review, session: Session) -> tuple[tuple[Vote, ...], tuple[str, ...]]:
    """The votes that counted in this session, and the codes of the reasons given for what became of it."""
    if review.session_id == session.session_id:
        return (review.counted, review.decision.reason_codes) if review.decision else ((), ())
    put_off = [one for one in review.put_off if one.session_id == session.session_id]
    return (put_off[-1].votes, (put_off[-1].reason_code,)) if put_off else ((), ())


def _outcome(review: Review, session: Session) -> str:
    """An item that is no longer on its agenda was deferred."""
    if review.session_id != session.session_id:
        return "deferred"
    return review.decision.outcome if review.decision else "cancelled"


def _lines(words: Wording, session: Session) -> Iterator[str]:
    yield words.heading.format(session.minutes_no)
    if session.minuted_body:
        yield words.body.format(session.minuted_body)
    yield words.session.format(session.session_no, session.held_on)
    if session.minuted_start:
        local = session.minuted_start.astimezone(RIYADH)
        yield words.start.format(local.date(), f"{local:%H:%M}")
    yield words.present.format(words.comma.join(session.members_present))
    if session.minuted_absent:
        yield words.absent.format(words.comma.join(session.minuted_absent))
    yield words.quorum[session.quorum_met]
    for number, item in enumerate(session.minuted, start=1):
        yield _item(words, number, item)


def _item(words: Wording, number: int, item: MinutesItem) -> str:
    line = words.item.format(number, item.number, words.outcomes[item.outcome])
    if item.recused:
        line += words.recused.format(words.comma.join(item.recused))
    if item.outcome in ("approved", "rejected") or item.votes_for or item.votes_against or item.abstentions:
        line += words.votes.format(item.votes_for, item.votes_against, item.abstentions)
    if item.outcome in ("approved", "rejected") or item.reason_codes:
        line += words.reasons.format(words.comma.join(item.reason_codes))
    if item.recommendation_code:
        line += words.recommended.format(item.recommendation_code)
    if item.condition_codes:
        line += words.conditions.format(words.comma.join(item.condition_codes))
    if item.award_kind:
        line += words.award.format(item.award_kind)
    return line
