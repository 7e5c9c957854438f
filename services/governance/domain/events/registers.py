"""What can have happened in the registers of agreements and of personal-data breaches."""

from __future__ import annotations

from datetime import date, datetime

from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


@fact(en="Agreement recorded", ar="سُجّلت اتفاقية")
class AgreementRecorded:
    agreement_id: str
    party_kind: str
    party_id: str
    number: str
    date: date
    summary: ContentRef | None


@fact(en="Agreement ended", ar="انتهت اتفاقية")
class AgreementEnded:
    agreement_id: str
    on: date


@fact(en="Personal-data breach recorded", ar="سُجّل تسرّب بيانات شخصية", clause="privacy")
class PersonalDataBreachRecorded:
    breach_id: str
    aware_at: datetime
    kind: str
    count: int
    report: ContentRef | None


@fact(en="Personal-data breach updated", ar="حُدّث سجل تسرّب بيانات شخصية", clause="privacy")
class PersonalDataBreachUpdated:
    breach_id: str
    count: int
    authority_notified_at: datetime | None
    subjects_notified_at: datetime | None
    report: ContentRef | None


@fact(en="Personal-data breach closed", ar="أُغلق سجل تسرّب بيانات شخصية", clause="privacy")
class PersonalDataBreachClosed:
    breach_id: str
    on: date


@fact(en="Destruction confirmed", ar="أُكّد إتلاف البيانات", clause="privacy")
class DestructionConfirmed:
    order_id: str
    subject_id: str
