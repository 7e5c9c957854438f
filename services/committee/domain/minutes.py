"""The minutes of a session, written from its states: numbers, dates, codes and opaque references only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.committee.domain.events import MinutesItem
from services.committee.domain.review import Review
from services.committee.domain.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How one language says what minutes say."""

    heading: str
    session: str
    present: str
    quorum: dict[bool | None, str]
    item: str
    outcomes: dict[str, str]
    recused: str
    votes: str
    reasons: str
    comma: str


ARABIC = Wording(
    heading="محضر رقم {}",
    session="الجلسة رقم {}، المنعقدة في {}",
    present="الأعضاء الحاضرون: {}",
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
    comma="، ",
)
ENGLISH = Wording(
    heading="Minutes no. {}",
    session="Session no. {}, held on {}",
    present="Members present: {}",
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
    comma=", ",
)


def minutes_text(words: Wording, session: Session, minutes_no: str, items: Sequence[MinutesItem]) -> str:
    """Pure: the same facts give the same letters, whatever has happened to the cases since."""
    return "\n".join(_lines(words, session, minutes_no, items))


def content_digest(session: Session, minutes_no: str, items: Sequence[MinutesItem]) -> str:
    """What the members adopt, to the letter; it holds no personal data, so that its digest gives nothing away."""
    return hashlib.sha256(minutes_text(ARABIC, session, minutes_no, items).encode()).hexdigest()


def minutes_item(review: Review, session: Session) -> MinutesItem:
    """What became of an item in this session."""
    here = review.session_id == session.session_id
    decision = review.decision if here else None
    counted = tuple(member for member in session.members_present if member not in review.recused) if decision else ()
    return MinutesItem(
        review_id=review.review_id,
        number=review.number,
        outcome=_outcome(review, session),
        recused=review.recused if here else (),
        votes_for=review.count("approve", counted),
        votes_against=review.count("reject", counted),
        abstentions=review.count("abstain", counted),
        reason_codes=decision.reason_codes if decision else (),
    )


def _outcome(review: Review, session: Session) -> str:
    """An item that is no longer on its agenda was deferred."""
    if review.session_id != session.session_id:
        return "deferred"
    return review.decision.outcome if review.decision else "cancelled"


def _lines(words: Wording, session: Session, minutes_no: str, items: Sequence[MinutesItem]) -> Iterator[str]:
    yield words.heading.format(minutes_no)
    yield words.session.format(session.session_no, session.held_on)
    yield words.present.format(words.comma.join(session.members_present))
    yield words.quorum[session.quorum_met]
    for number, item in enumerate(items, start=1):
        yield _item(words, number, item)


def _item(words: Wording, number: int, item: MinutesItem) -> str:
    line = words.item.format(number, item.number, words.outcomes[item.outcome])
    if item.recused:
        line += words.recused.format(words.comma.join(item.recused))
    if item.outcome in ("approved", "rejected"):
        line += words.votes.format(item.votes_for, item.votes_against, item.abstentions)
        line += words.reasons.format(words.comma.join(item.reason_codes))
    return line
