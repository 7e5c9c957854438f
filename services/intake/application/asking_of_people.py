"""What may be asked about the register and the counter, and the shapes of the answers."""

from __future__ import annotations

from datetime import date
from typing import Literal

from services.intake.domain.person import ContactPoint, Identity, Profile
from shared.domain.messages import message


@message
class ReadBeneficiary:
    """Open somebody's data; who reads it, why and in which case is recorded."""

    beneficiary_id: str
    reason: str
    case_id: str | None = None


@message
class GuardianRow:
    """Somebody who acts for the beneficiary."""

    guardian_id: str
    basis: str
    valid_to: date | None


@message
class ContactWay:
    """A channel of the association, and a contact point it leads to."""

    channel: str
    contact_point_id: str


@message
class BeneficiaryContent:
    """What is known of somebody, for the eyes of the one who asked. identity_verified_by: a staff reference.

    ways: what may be agreed on as a means of contact; agreed: what was. acts_through: the guardian who signs and is
    told in his place today, None where he acts himself or has none.
    """

    beneficiary_id: str
    kind: str
    profile: Profile
    identity: Identity | None
    contact_points: tuple[ContactPoint, ...]
    data_revision: int
    identity_verified: bool
    guardian_required: bool
    registration_completed: bool
    guardians: tuple[GuardianRow, ...]
    agreed_channel: str | None
    consents: tuple[str, ...]
    request_ids: tuple[str, ...]
    identity_verified_by: str | None = None
    ways: tuple[ContactWay, ...] = ()
    agreed: ContactWay | None = None
    acts_through: str | None = None


@message
class ReadNames:
    """What people of a list are called, 50 at most at once; each name opened is a reading on record."""

    beneficiary_ids: tuple[str, ...]
    reason: str


@message
class NameRow:
    """name: None where it was destroyed."""

    beneficiary_id: str
    name: str | None


@message
class Names:
    """In the order asked for."""

    names: tuple[NameRow, ...]


@message
class FindBeneficiary:
    """Who is known by an identity number, a telephone number or a name, of which two words suffice in their order.

    Digits and spellings in any form.
    """

    by: Literal["identity_number", "phone", "name"]
    value: str


@message
class FoundBeneficiaries:
    """By reference only; reading somebody's data is another question."""

    beneficiary_ids: tuple[str, ...]


@message
class FindDuplicates:
    """Who in the register may be the same person: asked before somebody is entered; an officer decides."""

    profile: Profile
    identity: Identity | None = None
    phones: tuple[str, ...] = ()


@message
class PossibleDuplicate:
    """grounds: identity_number, phone, birth_date or name. likeness: of the names, 0 to 100."""

    beneficiary_id: str
    grounds: tuple[str, ...]
    likeness: int


@message
class PossibleDuplicates:
    """The likeliest first; nothing is ever merged by itself."""

    candidates: tuple[PossibleDuplicate, ...]


@message
class ListDue:
    """What is owed on a day to beneficiaries and data subjects."""


@message
class DueRow:
    """kind: `data_right` or `entitlement`; code: which right, or what is owed."""

    kind: str
    id: str
    code: str
    due_on: date
    overdue: bool


@message
class DueRows:
    """Earliest first."""

    due: tuple[DueRow, ...]


@message
class ListAtTheCounter:
    """What is under way at the counter, and what was refused there."""


@message
class OpenReception:
    """A visit that has not ended. beneficiary_id: the visitor, once somebody has said who it is."""

    reception_id: str
    channel: str
    started_at: str
    request_id: str | None
    beneficiary_id: str | None = None


@message
class UnansweredInquiry:
    """A question that waits."""

    inquiry_id: str
    topic_code: str
    channel: str
    received_on: date
    routed_to: str | None


@message
class ChannelRefusal:
    """An attempt over a channel the association does not have."""

    position: int
    case_id: str | None
    channel: str
    attempted: str
    refused_at: str


@message
class AtTheCounter:
    """Oldest first."""

    receptions: tuple[OpenReception, ...]
    inquiries: tuple[UnansweredInquiry, ...]
    channel_refusals: tuple[ChannelRefusal, ...]


@message
class ListIncompleteRegistrations:
    """Who is registered without a complete request yet."""


@message
class RegistrationRow:
    """One beneficiary in the register, by reference."""

    beneficiary_id: str
    kind: str
    registered_on: date
    is_minor: bool


@message
class RegistrationRows:
    """Oldest first."""

    registrations: tuple[RegistrationRow, ...]


@message
class ReadCaseFile:
    """The electronic case file of a request, and whether the paper one keeps up."""

    request_id: str


@message
class CaseEntry:
    """One act on the case."""

    entry_no: int
    kind: str
    entered_at: str
    entered_by: str


@message
class CaseFileContent:
    """out_of_step: the printed index does not end with the number of the last electronic entry."""

    request_id: str
    number: str
    entries: tuple[CaseEntry, ...]
    last_paper_item: int
    out_of_step: bool
