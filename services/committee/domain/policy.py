"""The rules of the reviewing body, each a function whose name is true when it is satisfied."""

from __future__ import annotations

from collections.abc import Collection

from services.committee.domain.review import Review
from services.committee.domain.session import Session
from shared.domain.actor import Actor

DECISION_BY_OTHERS = "decision"
"""The four-eyes rule an association may lift by a setting: who handled a request does not decide it."""


def is_committee(review: Review) -> bool:
    """A competent administrative unit decides alone."""
    return review.body_kind == "committee"


def is_not_recused(member: str, review: Review) -> bool:
    return member not in review.recused


def has_not_handled(member: str, review: Review) -> bool:
    return member not in review.handled_by


def may_be_lifted(waivers: Collection[str]) -> bool:
    return DECISION_BY_OTHERS in waivers


def may_judge(member: str, review: Review, waivers: Collection[str]) -> bool:
    """A conflict of interest is never waived; having handled the request may be."""
    return is_not_recused(member, review) and (has_not_handled(member, review) or may_be_lifted(waivers))


def waivers_needed(members: Collection[str], review: Review) -> tuple[str, ...]:
    """The lifted rules without which one of these could not have taken part."""
    return (DECISION_BY_OTHERS,) if any(not has_not_handled(member, review) for member in members) else ()


def voters(review: Review, session: Session, waivers: Collection[str]) -> tuple[str, ...]:
    """Who is present and may judge this request."""
    return tuple(member for member in session.members_present if may_judge(member, review, waivers))


def may_record(actor: Actor, session: Session) -> bool:
    """A member who was not there has not heard what was decided; the secretary keeps the record for all."""
    return actor.ref in session.members_present or "reviewing_secretary" in actor.roles


def quorum_is_met(present: int, quorum: int | None) -> bool:
    """True as well where the association has set no rule; the decision then carries a warning."""
    return quorum is None or present >= quorum


def concerns_the_applicant(beneficiary_id: str, review: Review) -> bool:
    """Otherwise sealed text would outlive the destruction of the applicant's data."""
    return review.beneficiary_id in (None, beneficiary_id)


def reasons_are_given(codes: Collection[str], words: str) -> bool:
    return bool(codes) and bool(words.strip())
