"""What intake may be asked about suggestions, works, volunteering, data rights and destruction."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from shared.domain.messages import message
from shared.domain.sealed import Sealed


@message
class MakeSuggestion:
    """Somebody suggests something; maker_id is his beneficiary id or a fresh id."""

    suggestion_id: str
    maker_id: str
    channel: str
    text: Annotated[str, Sealed(category="suggestions", subject="maker_id")]
    owner: str | None = None


@message
class ResolveSuggestion:
    """What became of it, and the reply."""

    suggestion_id: str
    maker_id: str
    outcome: Literal["adopted", "noted", "declined"]
    reply: Annotated[str, Sealed(category="suggestions", subject="maker_id")]


@message
class GrantIpPermission:
    """The owner of a work permits its use within a scope."""

    permission_id: str
    beneficiary_id: str
    work: Annotated[str, Sealed(category="works", subject="beneficiary_id")]
    scope: tuple[str, ...]
    until: date | None = None


@message
class UseWork:
    """Use a work for a purpose; refused outside its permission."""

    permission_id: str
    purpose: str


@message
class RevokeIpPermission:
    """The owner takes the permission back."""

    permission_id: str
    reason_code: str


@message
class ReceiveVolunteeringInterest:
    """Somebody wants to volunteer; person_id is a fresh id."""

    interest_id: str
    person_id: str
    channel: str
    person: Annotated[str, Sealed(category="volunteering", subject="person_id")]


@message
class HandOverInterest:
    """Pass the interest on to those who look after volunteers."""

    interest_id: str
    handed_to: str


@message
class RequestDataRight:
    """A data subject asks to be informed, to see, to have a copy, a correction or the destruction of his data."""

    data_right_id: str
    beneficiary_id: str
    right: Literal["informed", "access", "copy", "correction", "destruction"]
    received_on: date


@message
class ExtendDataRight:
    """Thirty days more, once, with notice."""

    data_right_id: str
    reason_code: str


@message
class FulfilDataRight:
    """What was asked has been done."""

    data_right_id: str


@message
class RefuseDataRight:
    """It cannot be done, and why."""

    data_right_id: str
    reason_code: str


@message
class OrderDestruction:
    """Order that a subject's data be destroyed; somebody else confirms."""

    order_id: str
    subject_id: str
    basis: Literal["retention", "data_right", "consent_withdrawn"]
    scope: tuple[str, ...] = ()


@message
class ConfirmDestruction:
    """A second person confirms: from here everybody drops what he holds."""

    order_id: str


@message
class NoteLegalHold:
    """A hold on the subject's data stands in the way (asked for by the timer only)."""

    order_id: str
    hold_id: str


@message
class NoteHold:
    """A legal hold was placed on somebody's data, or released (reaction)."""

    subject_id: str
    hold_id: str
    stands: bool


@message
class NoteDestruction:
    """A service has dropped what it held (timer and reaction)."""

    order_id: str
    service: str


@message
class RaiseDestructionAlarm:
    """Not everybody has confirmed in time (asked for by the timer only)."""

    order_id: str
