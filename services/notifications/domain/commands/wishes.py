"""What may be asked about a recipient's wishes."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from shared.domain.messages import message
from shared.domain.sealed import ContentRef


@message
class AdoptContactChannel:
    """Take over what was agreed with intake (reaction)."""

    beneficiary_id: str
    recipient_id: str
    channel_code: str
    contact_point_id: str
    language: str
    contact_point: ContentRef | None = None


@message
class AdoptConsent:
    """Take over a consent given or withdrawn (reaction)."""

    beneficiary_id: str
    purpose: str
    given: bool


@message
class AnnounceInformation:
    """A service of the catalogue has changed: tell those who want to hear of it (reaction)."""

    source_event_id: UUID
    service_code: str
    version: int


@message
class NoteMajority:
    """A ward came of age: what his guardian agreed and consented to has ended (reaction)."""

    beneficiary_id: str


@message
class NoteGuardianshipEnded:
    """Somebody no longer acts for a ward: what was agreed with him has ended, and he hears nothing more (reaction)."""

    beneficiary_id: str
    guardian_id: str


@message
class OptOut:
    """Stop messages of a purpose; decisions and complaints cannot be stopped."""

    beneficiary_id: str
    purpose: Literal["service", "survey", "awareness"]


@message
class OptIn:
    """Want messages of a purpose again."""

    beneficiary_id: str
    purpose: Literal["service", "survey", "awareness"]


@message
class DestroyRecipient:
    """Forget how to reach somebody whose data are to be destroyed; scope: categories, empty for all (reaction)."""

    order_id: str
    subject_id: str
    scope: tuple[str, ...] = ()


@message
class ConfirmDestruction:
    """Every copy outside the vault is gone as well (the service itself)."""

    order_id: str
    subject_id: str
