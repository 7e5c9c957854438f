"""Which review a request is under, and answers to orders of destruction."""

from __future__ import annotations

from typing import Any

from services.committee.domain import events as happened


def current_review(review_id: str | None, event: Any) -> str | None:
    """The last referral counts: a request that was reopened may be referred again."""
    return event.review_id if isinstance(event, happened.ReferralNoted) else review_id


def is_confirmed(confirmed: bool, event: Any) -> bool:
    """Whether an order of destruction was answered."""
    return confirmed or isinstance(event, happened.DestructionConfirmed)
