"""What may be asked about a message and its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal
from uuid import UUID

from shared.domain.messages import message
from shared.domain.sealed import Sealed

Purpose = Literal["service", "decision", "complaint", "survey", "awareness", "staff"]


@message
class Rendered:
    """A message as it will be read."""

    subject: str
    body: str


@message
class RequestNotification:
    """Somebody is to be told something once (asked for by our own reactions only).

    recipient_id: a beneficiary, or a staff reference or `role:<role>` where the purpose is staff. params: numbers,
    codes and dates. channel: by which the cause itself was issued, used after the agreed one.
    """

    notification_id: str
    source_event_id: UUID
    purpose: Purpose
    template_code: str
    recipient_id: str
    case_id: str | None
    request_id: str | None
    dedupe_key: str
    channel: str | None = None
    params: Mapping[str, str] = field(default_factory=dict)


@message
class RenderNotification:
    """Keep the words of a message under seal, for its present way (the service itself)."""

    notification_id: str
    recipient_id: str
    template_code: str
    template_version: int
    template_sha256: str
    content: Annotated[Rendered, Sealed(category="message", subject="recipient_id")]


@message
class SuppressNotification:
    """Nobody can be told any more: the recipient's data are destroyed (the service itself)."""

    notification_id: str


@message
class WithholdNotification:
    """It was addressed to a guardian who no longer acts for the recipient (the service itself)."""

    notification_id: str


@message
class Texts:
    """One language's wording; {number}, {date} and the like stand for what is told."""

    subject: str
    body: str


@message
class PublishTemplate:
    """Put the association's own wording of a message in force, in both languages."""

    template_code: str
    ar: Texts
    en: Texts
