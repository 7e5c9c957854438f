"""What intake says in public: requests on their way, replies given, services delivered."""

from __future__ import annotations

from datetime import date

from shared.contracts.envelope import contract
from shared.domain.sealed import ContentRef


@contract("intake.beneficiary_registered.v1")
class BeneficiaryRegistered:
    """kind: person, household or organisation."""

    beneficiary_id: str
    kind: str
    guardian_required: bool


@contract("intake.contact_channel_agreed.v1")
class ContactChannelAgreed:
    """By which channel, and at which contact point, somebody wants to hear from the association."""

    beneficiary_id: str
    recipient_id: str
    channel_code: str
    contact_point_id: str
    language: str
    contact_point: ContentRef | None = None


@contract("intake.consent_changed.v1")
class ConsentChanged:
    """purpose: survey or awareness."""

    beneficiary_id: str
    purpose: str
    given: bool


@contract("intake.reception_ended.v1")
class ReceptionEnded:
    """A visit is over."""

    reception_id: str
    request_id: str | None
    beneficiary_id: str | None
    channel: str
    ended_on: date


@contract("intake.inquiry_received.v1")
class InquiryReceived:
    """Somebody asked."""

    inquiry_id: str
    topic_code: str
    channel: str
    routed_to: str | None
    on: date


@contract("intake.inquiry_closed.v1")
class InquiryClosed:
    """outcome: answered or referred."""

    inquiry_id: str
    topic_code: str
    channel: str
    routed_to: str | None
    outcome: str
    on: date


@contract("intake.support_request_submitted.v1")
class SupportRequestSubmitted:
    """origin: request or outreach."""

    request_id: str
    number: str
    beneficiary_id: str
    service_code: str
    origin: str
    channel: str
    submitted_on: date


@contract("intake.support_request_completed.v1")
class SupportRequestCompleted:
    """The request is complete and its reply window is set: not before a day, or due by a day.

    provisional: the last day may still move, since days in between are estimated or beyond the working calendar.
    """

    request_id: str
    number: str
    beneficiary_id: str
    completed_on: date
    not_before: date | None
    due_by: date | None
    calendar_version: str
    policy_version: str
    provisional: bool = False


@contract("intake.support_request_referred.v1")
class SupportRequestReferred:
    """handled_by: staff who completed or verified the request and therefore do not decide on it."""

    request_id: str
    number: str
    body_kind: str
    body_code: str
    dossier_id: str
    due_by: date | None
    policy_version: str
    handled_by: tuple[str, ...] = ()
    beneficiary_id: str | None = None


@contract("intake.information_supplied.v1")
class InformationSupplied:
    """Answers to what the reviewing body asked."""

    request_id: str
    items: tuple[str, ...]


@contract("intake.support_request_withdrawn.v1")
class SupportRequestWithdrawn:
    """The applicant no longer wants it."""

    request_id: str
    reason_code: str


@contract("intake.decision_communicated.v1")
class DecisionCommunicated:
    """The reply was issued; it must now be sent or handed over."""

    request_id: str
    number: str
    beneficiary_id: str
    outcome: str
    channel: str
    replied_on: date


@contract("intake.response_deadline_breached.v1")
class ResponseDeadlineBreached:
    """The last day for the reply is over without one."""

    request_id: str
    number: str
    due_by: date


@contract("intake.response_window_recalculated.v1")
class ResponseWindowRecalculated:
    """The last day of an open window has moved; the beneficiary is told. cause: calendar or information."""

    request_id: str
    number: str
    beneficiary_id: str
    before: date
    after: date
    cause: str = "calendar"


@contract("intake.service_delivered.v1")
class ServiceDelivered:
    """The service was given, wholly or in part."""

    request_id: str
    number: str
    beneficiary_id: str
    service_code: str
    partial: bool
    delivered_on: date


@contract("intake.plan_stage_reached.v1")
class PlanStageReached:
    """stage_code: `plan_agreed` or `follow_up`."""

    request_id: str
    beneficiary_id: str
    stage_code: str
    on: date


@contract("intake.volunteering_interest_handed_over.v1")
class VolunteeringInterestHandedOver:
    """Somebody who wants to volunteer was passed on."""

    interest_id: str
    handed_on: date


@contract("intake.guardianship_ended.v1")
class GuardianshipEnded:
    """This guardian no longer acts for the beneficiary and is told nothing more about him."""

    beneficiary_id: str
    guardian_id: str


@contract("intake.majority_reached.v1")
class MajorityReached:
    """Somebody came of age; the guardian's access ends."""

    beneficiary_id: str


@contract("intake.personal_data_destruction_ordered.v1")
class PersonalDataDestructionOrdered:
    """Everybody drops what he holds of the subject."""

    order_id: str
    subject_id: str
    scope: tuple[str, ...]
    on: date


@contract("intake.personal_data_destroyed.v1")
class PersonalDataDestroyed:
    """All have confirmed: the destruction certificate."""

    order_id: str
    subject_id: str
    scope: tuple[str, ...]
    on: date
