"""The rules of telling: who may be told what, by which ways, and how often a way is tried."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import timedelta

from services.notifications.domain.events import Way
from services.notifications.domain.recipient import Recipient

NEEDS_CONSENT = frozenset({"survey", "awareness"})
CANNOT_BE_STOPPED = frozenset({"decision", "complaint", "staff"})
PAUSES = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
"""How long to wait after each failed attempt over one way; after the last, the next way is taken."""

BY_STAFF = frozenset(
    {"correspondence", "fax", "phone_call", "interview", "branch_delegate", "field_visit", "social_media"}
)
FALLBACKS = ("phone_call", "correspondence", "website")
WITHOUT_AGREEMENT = ("website", "phone_call", "correspondence")
INBOX = Way(channel="website", means="inbox")


def suppression(purpose: str, recipient: Recipient) -> str | None:
    """Why this recipient is not told, or None."""
    if recipient.forgotten:
        return "subject_destroyed"
    if not consent_is_given(purpose, recipient):
        return "no_consent"
    if not is_wanted(purpose, recipient):
        return "opted_out"
    return None


def consent_is_given(purpose: str, recipient: Recipient) -> bool:
    return purpose not in NEEDS_CONSENT or purpose in recipient.consents


def is_wanted(purpose: str, recipient: Recipient) -> bool:
    return purpose in CANNOT_BE_STOPPED or purpose not in recipient.stopped


def plan(purpose: str, issued_by: str | None, recipient: Recipient, permitted: Collection[str]) -> tuple[Way, ...]:
    """The ways to take, in order: the agreed channel, the one the cause was issued by, then what else is permitted.

    Staff are always told in the portal, which is no channel of the association's policy.
    """
    if purpose == "staff":
        return (INBOX,)
    ways = (way for way in _wished(issued_by, recipient) if way.channel in permitted)
    return tuple(dict.fromkeys(ways))


def _wished(issued_by: str | None, recipient: Recipient) -> Iterator[Way]:
    agreed = recipient.channel_code
    if agreed:
        yield from _ways(agreed, reachable=recipient.contact_point is not None)
    if issued_by:
        yield from _ways(issued_by, reachable=False)
    for channel in FALLBACKS if agreed or issued_by else WITHOUT_AGREEMENT:
        yield from _ways(channel, reachable=False)


def _ways(channel: str, *, reachable: bool) -> Iterator[Way]:
    """How a channel is used. Where an address is known, a telephone gets a text message before somebody calls."""
    if channel == "website":
        yield INBOX
    if channel == "email" and reachable:
        yield Way(channel=channel, means="email")
    if channel == "phone_call" and reachable:
        yield Way(channel=channel, means="text_message")
    if channel in BY_STAFF:
        yield Way(channel=channel, means="manual")


def pause_after(failures: int) -> timedelta | None:
    """How long to wait after so many failures over one way; None when it is given up."""
    return PAUSES[failures - 1] if failures <= len(PAUSES) else None
