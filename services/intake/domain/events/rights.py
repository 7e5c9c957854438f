"""What can have happened to suggestions, works, volunteers, data rights and destruction orders."""

from __future__ import annotations

from datetime import date

from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


@fact(en="Suggestion received", ar="ورد مقترح", clause="stage_feedback")
class SuggestionReceived:
    """It has a number and, as soon as one is named, an owner."""

    number: str
    maker_id: str
    channel: str
    text: ContentRef
    received_on: date
    policy_version: str
    owner: str | None = None


@fact(en="Suggestion resolved", ar="بُتّ في المقترح", clause="stage_feedback")
class SuggestionResolved:
    """With the reply to whoever made it."""

    outcome: str
    reply: ContentRef
    resolved_by: str


@fact(en="Use of a work permitted", ar="أُذن باستعمال العمل", clause="privacy")
class IpPermissionGranted:
    """For these purposes only, until that day if one is set."""

    beneficiary_id: str
    work: ContentRef
    scope: tuple[str, ...]
    until: date | None = None


@fact(en="Work used", ar="استُعمل العمل", clause="privacy")
class WorkUsed:
    """Inside its permission."""

    purpose: str
    used_by: str


@fact(en="Use of a work refused", ar="رُفض استعمال العمل", clause="privacy")
class WorkUseRefused:
    """Somebody wanted to use a work outside its permission."""

    purpose: str


@fact(en="Permission taken back", ar="سُحب الإذن باستعمال العمل", clause="privacy")
class IpPermissionRevoked:
    """From now on no use is permitted."""

    reason_code: str


@fact(en="Volunteering interest received", ar="وردت رغبة في التطوع", clause="channels")
class VolunteeringInterestReceived:
    """It is no support request."""

    person_id: str
    channel: str
    person: ContentRef
    received_on: date
    policy_version: str


@fact(en="Volunteering interest handed over", ar="أُحيلت رغبة التطوع", clause="channels")
class VolunteeringInterestHandedOver:
    """Those who look after volunteers have it."""

    handed_to: str
    handed_on: date


@fact(en="Data right requested", ar="طُلب حق من حقوق البيانات", clause="privacy")
class DataRightRequested:
    """due_on: thirty days from receipt."""

    beneficiary_id: str
    right: str
    received_on: date
    due_on: date


@fact(en="Data right extended", ar="مُدّدت مهلة طلب البيانات", clause="privacy")
class DataRightExtended:
    """Once, by thirty days, with notice."""

    due_on: date
    reason_code: str


@fact(en="Data right fulfilled", ar="نُفّذ طلب البيانات", clause="privacy")
class DataRightFulfilled:
    """On which day, and by whom."""

    fulfilled_on: date
    fulfilled_by: str


@fact(en="Data right refused", ar="رُفض طلب البيانات", clause="privacy")
class DataRightRefused:
    """With its reason."""

    reason_code: str
    refused_by: str


@fact(en="Destruction of data asked for", ar="طُلب إتلاف البيانات", clause="privacy")
class DestructionAskedFor:
    """By one person; another must confirm. An empty scope means all of it."""

    subject_id: str
    basis: str
    scope: tuple[str, ...]
    ordered_by: str


@fact(en="Destruction of data ordered", ar="أُمر بإتلاف البيانات", clause="privacy")
class PersonalDataDestructionOrdered:
    """Confirmed by a second person: from here everybody drops what he holds."""

    subject_id: str
    scope: tuple[str, ...]
    confirmed_by: str
    ordered_on: date


@fact(en="Destruction blocked", ar="أُوقف الإتلاف", clause="privacy")
class DestructionBlocked:
    """A hold on the subject's data forbids it."""

    subject_id: str
    hold_id: str


@fact(en="Legal hold noted", ar="قُيّد أمر الحفظ", clause="privacy")
class HoldNoted:
    """stands: False once it was released."""

    hold_id: str
    stands: bool


@fact(en="Destruction confirmed by a service", ar="أكدت خدمة إتلاف ما لديها", clause="privacy")
class DestructionConfirmed:
    """The service holds nothing of the subject any more."""

    service: str


@fact(en="Destruction is late", ar="تأخر الإتلاف", clause="privacy")
class DestructionLate:
    """Seven days have passed, and these services have not confirmed."""

    missing: tuple[str, ...]


@fact(en="Personal data destroyed", ar="أُتلفت البيانات الشخصية", clause="privacy")
class PersonalDataDestroyed:
    """All have confirmed: the destruction certificate."""

    subject_id: str
    scope: tuple[str, ...]
    destroyed_on: date
