"""Which reviews a request has had, and whether orders of destruction were answered."""

from __future__ import annotations

from typing import Any

from services.committee.domain import events as happened


def reviews_of_request(review_ids: tuple[str, ...], event: Any) -> tuple[str, ...]:
    """Every review of a request, the present one last: a request that was reopened may be referred again."""
    return (*review_ids, event.review_id) if isinstance(event, happened.ReferralNoted) else review_ids


def next_review_id(dossier_id: str, review_ids: tuple[str, ...]) -> str:
    """The first review bears the dossier's id, later ones a number after it."""
    return f"{dossier_id}-{len(review_ids) + 1}" if review_ids else dossier_id


def is_confirmed(confirmed: bool, event: Any) -> bool:
    """Whether an order of destruction was answered."""
    return confirmed or isinstance(event, happened.DestructionConfirmed)
