"""A support request: its stages from opening to closing, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from shared.domain.sealed import ContentRef
from shared.locale.windows import Pause

Stage = Literal[
    "open", "in_clarification", "submitted", "awaiting_information", "completed", "under_review", "queried_in_review",
    "decided", "replied", "in_service", "delivered", "not_delivered", "closed", "withdrawn",
]  # fmt: skip
REVIEWED: frozenset[Stage] = frozenset(
    {"under_review", "queried_in_review", "decided", "replied", "in_service", "delivered", "not_delivered"}
)
"""From the referral until the request is over."""
BEFORE_COMPLETION: frozenset[Stage] = frozenset({"open", "in_clarification", "submitted", "awaiting_information"})
REPLY_OWED: frozenset[Stage] = frozenset({"completed", "under_review", "queried_in_review", "decided"})


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceItem:
    """A required item as it was brought; a rejected one counts as missing. verified_by: who compared it."""

    item_code: str
    valid_until: date | None
    valid_until_hijri: str | None = None
    matched: bool = False
    rejected: bool = False
    verified_by: str | None = None

    def is_in_date(self, day: date) -> bool:
        """The last day of validity counts."""
        return self.valid_until is None or day <= self.valid_until


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """Who signed for which revision of the data; void once that has changed."""

    data_revision: int
    signed_by: str
    on_behalf_of: str | None
    void: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyWindow:
    """When the reply may and must go out; unit: what is counted; starts_after: the day that is not.

    uncertain: days off not yet announced, and days the calendar does not reach. pausing: questions in review stop the
    clock; asked_on: since when it stands still; pauses: when it did.
    """

    not_before: date | None
    due_by: date | None
    unit: str
    calendar_version: str
    starts_after: date
    breached: bool = False
    uncertain: tuple[date, ...] = ()
    pausing: bool = False
    asked_on: date | None = None
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportRequest:
    """A request; what a reopening begins anew has a default."""

    number: str
    beneficiary_id: str
    service_code: str
    origin: str
    channel: str
    opened_on: date
    policy_version: str
    stage: Stage = "open"
    outreach_confirmed: bool = False
    criteria_given: bool = False
    need: ContentRef | None = None
    evidence: tuple[EvidenceItem, ...] = ()
    content_revision: int = 0
    asked_items: tuple[str, ...] = ()
    declaration: Declaration | None = None
    explained: bool = False
    submitted_on: date | None = None
    completed_on: date | None = None
    handled_by: tuple[str, ...] = ()
    window: ReplyWindow | None = None
    review_id: str | None = None
    outcome: str | None = None
    decided_on: date | None = None
    early_reply_by: str | None = None
    early_reply_note: ContentRef | None = None
    replied_on: date | None = None
    undelivered: tuple[str, ...] = ()
    delivered_on: date | None = None
    partial: bool = False
    delivered: ContentRef | None = None

    def item(self, item_code: str) -> EvidenceItem | None:
        """An item that was brought, rejected or not."""
        return next((item for item in self.evidence if item.item_code == item_code), None)
