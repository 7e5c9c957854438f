"""Who is told what when something is said elsewhere; harmless when it is said twice or late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid5

from services.notifications.domain import commands as asked
from shared.application.rulebook import adopt
from shared.contracts import committee, complaints, governance, intake, surveys
from shared.contracts.envelope import Envelope

HELD_HERE = frozenset({"contact_points", "message"})
"""The categories of personal data this service uses; an order without a scope means all there are."""
RIYADH = timedelta(hours=3)


def react(payload: Any, envelope: Envelope) -> tuple[Any, ...]:
    """The commands a contract leads to."""
    if taken_over := _taken_over(payload, envelope):
        return taken_over
    told = _beneficiary_told(payload, envelope) or _staff_told(payload, envelope)
    request_id = getattr(payload, "request_id", None)
    return tuple(replace(each, request_id=request_id) for each in told) or adopt(payload)


def _taken_over(payload: Any, envelope: Envelope) -> tuple[Any, ...]:
    match payload:
        case intake.ContactChannelAgreed():
            return (_agreed(payload),)
        case intake.ConsentChanged(beneficiary_id=id_, purpose=purpose, given=given):
            return (asked.AdoptConsent(beneficiary_id=id_, purpose=purpose, given=given),)
        case intake.GuardianshipEnded(beneficiary_id=id_, guardian_id=guardian):
            return (asked.NoteGuardianshipEnded(beneficiary_id=id_, guardian_id=guardian),)
        case intake.MajorityReached(beneficiary_id=id_):
            return (asked.NoteMajority(beneficiary_id=id_),)
        case intake.PersonalDataDestructionOrdered(order_id=order, subject_id=subject, scope=scope):
            if scope and not HELD_HERE & set(scope):
                return (asked.ConfirmDestruction(order_id=order, subject_id=subject),)
            return (asked.DestroyRecipient(order_id=order, subject_id=subject, scope=scope),)
        case governance.ServiceInformationPublished(service_code=code, version=version) if payload.changed_fields:
            news = asked.AnnounceInformation(source_event_id=envelope.id, service_code=code, version=version)
            return (*adopt(payload), news)
    return ()


def _beneficiary_told(payload: Any, envelope: Envelope) -> tuple[asked.RequestNotification, ...]:
    match payload:
        case intake.SupportRequestSubmitted(beneficiary_id=id_, number=number, submitted_on=day):
            return (_tell(envelope, id_, "service", "request_submitted", number=number, date=day),)
        case intake.SupportRequestCompleted():
            return (_completed(payload, envelope),)
        case intake.ResponseWindowRecalculated(beneficiary_id=id_, number=number, before=before, after=after):
            template = "window_resumed" if payload.cause == "information" else "window_changed"
            return (_tell(envelope, id_, "service", template, number=number, before=before, after=after),)
        case intake.DecisionCommunicated(beneficiary_id=id_, number=number, replied_on=day, channel=channel):
            return (_tell(envelope, id_, "decision", "decision_issued", by=channel, number=number, date=day),)
        case intake.ServiceDelivered(beneficiary_id=id_, number=number, delivered_on=day):
            return (_tell(envelope, id_, "service", "service_delivered", number=number, date=day),)
        case committee.FurtherInformationRequested(beneficiary_id=str(id_), number=str(number)):
            return (_tell(envelope, id_, "service", "information_needed", number=number),)
        case complaints.ComplaintAcknowledged(complainant_id=str(id_), number=number, acknowledged_on=day):
            return (_tell(envelope, id_, "complaint", "complaint_acknowledged", number=number, date=day),)
        case surveys.RespondentInvited(beneficiary_id=id_):
            return (_tell(envelope, id_, "survey", "survey_invitation"),)
    return ()


def _staff_told(payload: Any, envelope: Envelope) -> tuple[asked.RequestNotification, ...]:
    match payload:
        case intake.ResponseDeadlineBreached(number=number, due_by=day):
            told = ("role:beneficiary_relations_officer", "role:senior_management")
            return tuple(_tell(envelope, one, "staff", "deadline_passed", number=number, date=day) for one in told)
        case intake.InquiryReceived(routed_to=str(officer), on=day):
            return (_tell(envelope, officer, "staff", "inquiry_routed", date=day),)
        case governance.AcknowledgementRequested(staff_ref=str(seated), version=version):
            return (_tell(envelope, seated, "staff", "acknowledgement_due", version=version),)
        case committee.SessionScheduled(member_refs=members, session_no=number, starts_at=start):
            local = start + RIYADH
            day, time = local.date(), f"{local:%H:%M}"
            return tuple(
                _tell(envelope, member, "staff", "session_called", session=number, date=day, time=time)
                for member in members
            )
        case surveys.StageFeedbackMissing(stage_code=stage):
            return (_tell(envelope, "role:beneficiary_relations_officer", "staff", "feedback_missing", stage=stage),)
    return ()


def _agreed(payload: intake.ContactChannelAgreed) -> asked.AdoptContactChannel:
    return asked.AdoptContactChannel(**{field.name: getattr(payload, field.name) for field in fields(payload)})


def _completed(payload: intake.SupportRequestCompleted, envelope: Envelope) -> asked.RequestNotification:
    """It says when the reply comes, in the words of the policy version the request is under."""
    return _tell(
        envelope,
        payload.beneficiary_id,
        "service",
        "request_completed",
        number=payload.number,
        not_before=payload.not_before,
        due_by=payload.due_by,
        provisional="yes" if payload.provisional else None,
        policy_version=payload.policy_version,
    )


def _tell(
    envelope: Envelope,
    recipient_id: str,
    purpose: asked.Purpose,
    template: str,
    by: str | None = None,
    **params: str | int | date | None,
) -> asked.RequestNotification:
    """One message for one cause and recipient: the id is made from both, so that there is never a second."""
    key = f"{envelope.id}/{template}/{recipient_id}"
    return asked.RequestNotification(
        notification_id=str(uuid5(envelope.id, f"{template}/{recipient_id}")),
        source_event_id=envelope.id,
        purpose=purpose,
        template_code=template,
        recipient_id=recipient_id,
        case_id=envelope.case_id,
        request_id=None,
        dedupe_key=key,
        channel=by,
        params=_told(params),
    )


def _told(params: Mapping[str, str | int | date | None]) -> dict[str, str]:
    return {name: str(value) for name, value in params.items() if value is not None}
