"""What intake may be asked about people, households and organisations."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from services.intake.domain.person import ContactPoint, Identity, Profile
from shared.domain.messages import message
from shared.domain.sealed import Sealed

Purpose = Literal["survey", "awareness"]
PROFILE = Sealed(
    category="profile", subject="beneficiary_id", found_by=("name_key", "name_pairs", "born_on", "of_age_on")
)


@message
class DismissedDuplicate:
    """Somebody already registered whom the officer was shown, and found to be another; on what grounds he was shown."""

    other_id: str
    grounds: tuple[Literal["identity_number", "phone", "birth_date", "name"], ...]


SharedNumber = Annotated[str | None, Sealed(category="identity_notes", subject="beneficiary_id")]


@message
class RegisterBeneficiary:
    """Enter somebody into the register; the personal content goes to the vault. other_than: who he is not.

    shared_number_reason: why somebody else has the number of his document already.
    """

    beneficiary_id: str
    kind: Literal["person", "household", "organisation"]
    profile: Annotated[Profile, PROFILE]
    identity: Annotated[
        Identity | None, Sealed(category="identity", subject="beneficiary_id", found_by=("number",))
    ] = None
    contact_points: Annotated[
        tuple[ContactPoint, ...], Sealed(category="contact_points", subject="beneficiary_id", found_by=("value",))
    ] = ()
    internal: bool = False
    other_than: tuple[DismissedDuplicate, ...] = ()
    shared_number_reason: SharedNumber = None


@message
class VerifyIdentity:
    """The original was seen; nothing is copied."""

    beneficiary_id: str
    method: Literal["original_sighted", "nafath", "other"]
    document_kind: str


@message
class LinkGuardian:
    """Record who acts for the beneficiary, and on what basis."""

    beneficiary_id: str
    guardian_id: str
    basis: Literal["natural", "appointed", "foster_family"]
    evidence: Annotated[str, Sealed(category="guardianship", subject="beneficiary_id")]
    valid_to: date | None = None


@message
class EndGuardianship:
    """The guardian no longer acts for the beneficiary."""

    beneficiary_id: str
    guardian_id: str
    reason_code: str


@message
class LapseGuardianship:
    """Its last day is over (asked for by the timer only)."""

    beneficiary_id: str
    guardian_id: str
    valid_to: date


@message
class CorrectBeneficiaryData:
    """Replace what was known by what is right; signatures over the old data are void."""

    beneficiary_id: str
    basis: str
    profile: Annotated[Profile | None, PROFILE] = None
    identity: Annotated[
        Identity | None, Sealed(category="identity", subject="beneficiary_id", found_by=("number",))
    ] = None
    contact_points: Annotated[
        tuple[ContactPoint, ...], Sealed(category="contact_points", subject="beneficiary_id", found_by=("value",))
    ] = ()
    shared_number_reason: SharedNumber = None


@message
class AgreeContactChannel:
    """Agree by which channel, and at which contact point, news reaches the beneficiary or his guardian."""

    beneficiary_id: str
    channel: str
    contact_point_id: str
    recipient_id: str
    language: Literal["ar", "en"]


@message
class GiveConsent:
    """Consent to surveys or awareness messages, under a notice that was shown."""

    beneficiary_id: str
    purpose: Purpose
    notice_version: str
    given_by: str


@message
class WithdrawConsent:
    """Take a consent back."""

    beneficiary_id: str
    purpose: Purpose


@message
class NoteMajority:
    """Somebody came of age (asked for by the timer only)."""

    beneficiary_id: str
