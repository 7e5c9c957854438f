"""The original of an identity document is seen once, and counts for each request that asks for it."""

from __future__ import annotations

from services.intake.domain.beneficiary import Beneficiary
from services.intake.domain.completing import current_revision, required_items
from services.intake.domain.events import request as events
from services.intake.domain.evidence import SIGHTED, invalidated
from services.intake.domain.policy import Situation
from services.intake.domain.support_request import BEFORE_COMPLETION, SupportRequest

Carried = events.EvidenceAdded | events.EvidenceMatched | events.DeclarationInvalidated


def carried_over(request: SupportRequest, beneficiary: Beneficiary, situation: Situation) -> tuple[Carried, ...]:
    """What the register says already is not asked for again."""
    if SIGHTED not in required_items(request, situation) or request.stage not in BEFORE_COMPLETION:
        return ()
    item = request.item(SIGHTED)
    who = beneficiary.identity_verified_by
    if who is None or (item is not None and item.matched):
        return ()
    matched = events.EvidenceMatched(item_code=SIGHTED, verified_by=who)
    if item is not None and not item.rejected:
        return (matched,)
    voided = invalidated(request, current_revision(request, beneficiary) + 1)
    return (events.EvidenceAdded(item_code=SIGHTED), *voided, matched)
