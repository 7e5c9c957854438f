"""What can have happened to an association: joined, settings, units, channels, seats, exceptions."""

from __future__ import annotations

from datetime import date

from services.governance.domain.commands.association import TenantSettings
from shared.contracts.governance import Channel, Wording
from shared.domain.messages import fact


@fact(en="Association registered", ar="سُجّلت الجمعية")
class AssociationRegistered:
    """registered_on: the day it joined the platform."""

    association: str
    name: Wording
    legal_form: str
    case_prefix: str
    sector: str | None
    licence_no: str | None
    regulator: str | None
    registered_on: date


@fact(en="Onboarding completed", ar="اكتمل انضمام الجمعية")
class OnboardingCompleted:
    file_sha256: str


@fact(en="Settings changed", ar="تغيّرت الإعدادات")
class TenantSettingsChanged:
    """keys: what differs from the settings before."""

    settings_version: int
    keys: tuple[str, ...]
    settings: TenantSettings
    resolution_ref: str | None


@fact(en="Administrative unit defined", ar="عُرّفت وحدة إدارية")
class AdministrativeUnitDefined:
    unit_code: str
    kind: str
    name: Wording
    serves: tuple[str, ...]


@fact(en="Administrative unit closed", ar="أُغلقت وحدة إدارية")
class AdministrativeUnitClosed:
    unit_code: str


@fact(en="Channel permitted", ar="أُذن بقناة تواصل", clause="channels")
class ChannelPermitted:
    channel: Channel
    justification: str


@fact(en="Channel retired", ar="أُوقفت قناة تواصل", clause="channels")
class ChannelRetired:
    code: str


@fact(en="Scope exception granted", ar="مُنح استثناء من نطاق السياسة")
class ScopeExceptionGranted:
    staff_ref: str | None
    unit_code: str | None
    special_policy_ref: str


@fact(en="Scope exception revoked", ar="أُلغي استثناء من نطاق السياسة")
class ScopeExceptionRevoked:
    staff_ref: str | None
    unit_code: str | None


@fact(en="Awareness activity recorded", ar="سُجّل نشاط توعوي")
class AwarenessActivityRecorded:
    activity_id: str
    topic_code: str
    held_on: date
    audience_units: tuple[str, ...]
    count: int


@fact(en="Seat filled", ar="شُغل منصب")
class SeatFilled:
    seat_id: str
    staff_ref: str
    job_title_code: str
    unit_code: str | None


@fact(en="Seat vacated", ar="شغر منصب")
class SeatVacated:
    seat_id: str
    staff_ref: str
