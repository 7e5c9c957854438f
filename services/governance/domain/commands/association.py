"""What may be asked of the association itself: its name, settings, units and added channels."""

from __future__ import annotations

from datetime import date

from shared.contracts.governance import Wording
from shared.domain.messages import message


@message
class TenantSettings:
    """What the association decides for itself; None: not set, which stays visible and gets no default.

    quorum counts members of the reviewing body; targets are in days; intervals and retention are ISO 8601 durations.
    """

    calendar_version: str
    make_up_days_are_off: bool = True
    pauses_for_information: bool = False
    quorum: int | None = None
    investigation_quorum: int | None = None
    complaint_days: int | None = None
    decision_days: int | None = None
    survey_interval: str | None = None
    support_request_retention: str | None = None
    complaint_retention: str | None = None
    survey_response_retention: str | None = None
    case_file_retention: str | None = None
    four_eyes_waivers: tuple[str, ...] = ()
    digits: str = "latn"


@message
class RegisterAssociation:
    """Let an association join; `association` is the tenant's id."""

    association: str
    name: Wording
    legal_form: str
    case_prefix: str
    sector: str | None = None
    licence_no: str | None = None
    regulator: str | None = None


@message
class CompleteOnboarding:
    """Say that the file with this hash has been loaded to its end."""

    file_sha256: str


@message
class ChangeTenantSettings:
    """Put new settings in the place of the old ones, all of them."""

    settings: TenantSettings
    resolution_ref: str | None = None


@message
class DefineUnit:
    """Add an administrative unit; serves: the service codes it is competent for."""

    unit_code: str
    kind: str
    name: Wording
    serves: tuple[str, ...] = ()


@message
class CloseUnit:
    """End an administrative unit."""

    unit_code: str


@message
class PermitChannel:
    """Permit a channel the policy names and was retired, or another where the policy allows others."""

    code: str
    name: Wording
    justification: str = ""


@message
class RetireChannel:
    """No longer use a channel."""

    code: str


@message
class GrantScopeException:
    """Take a person or a unit, for whom a special policy applies, out of this one."""

    special_policy_ref: str
    staff_ref: str | None = None
    unit_code: str | None = None


@message
class RevokeScopeException:
    """Bring a person or a unit back under this policy."""

    staff_ref: str | None = None
    unit_code: str | None = None


@message
class RecordAwarenessActivity:
    """Record what was done to spread conduct and ethics."""

    activity_id: str
    topic_code: str
    held_on: date
    audience_units: tuple[str, ...] = ()
    count: int = 0
