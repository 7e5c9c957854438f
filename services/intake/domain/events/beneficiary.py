"""What can have happened to somebody in the register."""

from __future__ import annotations

from datetime import date

from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


@fact(en="Beneficiary registered", ar="سُجّل المستفيد", clause="registration")
class BeneficiaryRegistered:
    """guardian_required: he cannot act for himself, and the policy asks for a guardian.

    contact_point_kinds: phone, email, fax, address or portal, in the order of the ids.
    """

    kind: str
    internal: bool
    guardian_required: bool
    profile: ContentRef
    contact_points: ContentRef
    contact_point_ids: tuple[str, ...]
    identity: ContentRef | None = None
    contact_point_kinds: tuple[str, ...] = ()
    shared_number_reason: ContentRef | None = None


@fact(en="Likely duplicate found to be another person", ar="تقرر أنه غير المسجّل من قبل", clause="data_matching")
class DuplicateDismissed:
    """Whoever acted was shown somebody alike and decided. grounds: what agreed; beside the reference codes only."""

    other_id: str
    grounds: tuple[str, ...]


@fact(en="Identity verified", ar="جرى التحقق من الهوية", clause="data_matching")
class IdentityVerified:
    """No copy was taken."""

    method: str
    document_kind: str
    verified_by: str


@fact(en="Guardian linked", ar="رُبط الولي بالمستفيد", clause="registration")
class GuardianLinked:
    """From now on he acts for the beneficiary, until valid_to if that is set."""

    guardian_id: str
    basis: str
    evidence: ContentRef
    valid_to: date | None = None


@fact(en="Guardianship ended", ar="انتهت الولاية", clause="registration")
class GuardianshipEnded:
    """He no longer acts for the beneficiary."""

    guardian_id: str
    reason_code: str


@fact(en="Came of age", ar="بلغ سن الرشد", clause="privacy")
class MajorityReached:
    """No date: it would give the birth date away."""


@fact(en="Beneficiary's data corrected", ar="صُحّحت بيانات المستفيد", clause="data_matching")
class BeneficiaryDataCorrected:
    """fields_changed: which of profile, identity, contact_points; what stays has no reference here."""

    fields_changed: tuple[str, ...]
    data_revision: int
    basis: str
    guardian_required: bool
    profile: ContentRef | None = None
    identity: ContentRef | None = None
    contact_points: ContentRef | None = None
    contact_point_ids: tuple[str, ...] = ()
    contact_point_kinds: tuple[str, ...] = ()
    shared_number_reason: ContentRef | None = None


@fact(en="Contact channel agreed", ar="اتُّفق على وسيلة التواصل", clause="contact_channel")
class ContactChannelAgreed:
    """recipient_id: the beneficiary or his guardian. contact_point: the content that lists this point among others."""

    channel_code: str
    contact_point_id: str
    recipient_id: str
    language: str
    contact_point: ContentRef


@fact(en="Consent given", ar="أُعطيت الموافقة", clause="privacy")
class ConsentGiven:
    """Under the version of the notice that was shown."""

    purpose: str
    notice_version: str
    given_by: str


@fact(en="Consent withdrawn", ar="سُحبت الموافقة", clause="privacy")
class ConsentWithdrawn:
    """From now on nothing is sent for this purpose."""

    purpose: str


@fact(en="Request noted in the register", ar="قُيّد الطلب في سجل المستفيد", clause="registration")
class RequestNoted:
    """A request was opened for him: a correction of his data must reach its declaration."""

    request_id: str


@fact(en="Registration completed", ar="اكتمل التسجيل", clause="registration")
class RegistrationCompleted:
    """With his first complete request."""

    request_id: str
