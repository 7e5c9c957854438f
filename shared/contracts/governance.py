"""What governance says in public: the rules each association has put in force."""

from __future__ import annotations

from datetime import date

from shared.contracts.envelope import contract
from shared.domain.messages import message


@message
class Wording:
    """One phrase in both languages."""

    en: str
    ar: str


@message
class Clause:
    """Where in the association's text a topic is ruled, with our own short reading."""

    topic: str
    locator: str
    en: str
    ar: str


@message
class Channel:
    """A way people may reach the association; `basis`: policy or other_channel_clause."""

    code: str
    basis: str
    ar: str
    en: str


@message
class Window:
    """The reply window as stated: counts with their units (`calendar_day`, `working_day`), and how it is read."""

    min_count: int | None = None
    min_unit: str | None = None
    max_count: int | None = None
    max_unit: str | None = None
    starts_on: str = "request_completed"
    starts_on_stated: bool = False
    interpretation: str = "literal"


@message
class ReviewingBody:
    """Who studies requests; kind: `committee` or `administrative_unit`."""

    kind: str
    code: str
    en: str
    ar: str


@message
class Complaints:
    """What the policy says of complaints; `stated=False` means silent."""

    stated: bool
    channels: tuple[str, ...] = ()
    handler: str | None = None
    technical_support: bool = False


@contract("governance.association_registered.v1")
class AssociationRegistered:
    """An association has joined; the code is the tenant's id, `case_prefix` begins its serial numbers."""

    association: str
    name: Wording
    legal_form: str
    case_prefix: str


@contract("governance.policy_version_put_in_force.v1")
class PolicyVersionPutInForce:
    """A policy version as the other services need it."""

    policy_id: str
    version: int
    effective_on: date
    approval_recorded: bool
    window: Window
    channels: tuple[Channel, ...]
    other_channels_allowed: bool
    reviewing_body: ReviewingBody
    agreed_channel_required: bool
    declaration_required: bool
    data_matching_required: bool
    social_research_referral: bool
    registration_completed_with_request: bool
    minors_need_guardian: bool
    outreach: bool
    case_file_required: bool
    survey_methods: tuple[str, ...]
    complaints: Complaints
    compensation_stated: bool
    feedback_stages: tuple[str, ...]
    acknowledgement_required: bool
    sensitive_register: bool
    clauses: tuple[Clause, ...]

    @property
    def ref(self) -> str:
        """How events cite this version: `<policy id>/<n>`."""
        return f"{self.policy_id}/{self.version}"

    def clause(self, topic: str) -> Clause | None:
        """The clause ruling a topic, if the text has one."""
        return next((clause for clause in self.clauses if clause.topic == topic), None)


@contract("governance.tenant_settings_changed.v1")
class TenantSettingsChanged:
    """What the association decided for itself; None means not set. keys: which settings changed.

    Intervals and retention are ISO 8601 durations. resolution_ref: what the change rests on, where it needs one.
    """

    settings_version: int
    make_up_days_are_off: bool
    calendar_version: str
    pauses_for_information: bool
    quorum: int | None
    complaint_days: int | None
    decision_days: int | None
    four_eyes_waivers: tuple[str, ...]
    digits: str
    keys: tuple[str, ...] = ()
    investigation_quorum: int | None = None
    survey_interval: str | None = None
    support_request_retention: str | None = None
    complaint_retention: str | None = None
    survey_response_retention: str | None = None
    case_file_retention: str | None = None
    resolution_ref: str | None = None


@contract("governance.channel_permitted.v1")
class ChannelPermitted:
    """A channel was added, under the policy's clause on other fitting channels."""

    channel: Channel


@contract("governance.channel_retired.v1")
class ChannelRetired:
    """A channel is no longer used."""

    code: str


@message
class CalendarDay:
    """A day that is not worked: `make_up` replaces a holiday that fell on a weekend; `estimated`: not yet announced."""

    date: date
    name_code: str
    make_up: bool
    estimated: bool


@contract("governance.working_calendar_published.v1")
class WorkingCalendarPublished:
    """A version of the working calendar; weekend holds three-letter weekday codes, e.g. `fri`, `sat`."""

    calendar_version: str
    weekend: tuple[str, ...]
    days: tuple[CalendarDay, ...]


@contract("governance.service_information_published.v1")
class ServiceInformationPublished:
    """A service of the catalogue: its name and the evidence items a request for it must carry."""

    service_code: str
    version: int
    criteria_version: int
    name: Wording
    required_items: tuple[str, ...]
    changed_fields: tuple[str, ...] = ()


@contract("governance.role_assigned.v1")
class RoleAssigned:
    """A staff member has a role from a day on."""

    staff_ref: str
    role: str
    unit_code: str | None
    on: date


@contract("governance.role_revoked.v1")
class RoleRevoked:
    """A staff member has lost a role."""

    staff_ref: str
    role: str
    unit_code: str | None
    on: date


@contract("governance.policy_circulated.v1")
class PolicyCirculated:
    """A version was made known."""

    policy_id: str
    version: int
    circulated_on: date
    count: int


@contract("governance.acknowledgement_requested.v1")
class AcknowledgementRequested:
    """A seat is asked to sign that it knows the policy."""

    acknowledgement_id: str
    seat_id: str
    staff_ref: str | None
    version: int
    due_on: date | None


@contract("governance.acknowledgement_signed.v1")
class AcknowledgementSigned:
    """A seat has signed."""

    acknowledgement_id: str
    seat_id: str
    staff_ref: str
    version: int
    signed_on: date


@contract("governance.liaison_officer_appointed.v1")
class LiaisonOfficerAppointed:
    """Who answers inquiries of a category in a field."""

    category: str
    field: str
    staff_ref: str
    on: date


@contract("governance.liaison_officer_appointment_ended.v1")
class LiaisonOfficerAppointmentEnded:
    """An appointment is over."""

    category: str
    field: str
    staff_ref: str
    on: date


@contract("governance.personal_data_destruction_confirmed.v1")
class PersonalDataDestructionConfirmed:
    """Nothing about the subject can be read in this service any more."""

    order_id: str
    subject_id: str
