"""What intake says in public of its own facts; everything not listed here stays private."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from services.intake.domain.events import beneficiary, case_file, reception, reply, request, rights
from shared.contracts import intake as said
from shared.store.log import Recorded

T = TypeVar("T")


def publish(event: Any, row: Recorded) -> Any | None:
    """The contract an event becomes."""
    id_ = row.stream.split("-", 1)[1]
    for say in (of_beneficiary, of_counter, of_request, of_reply, of_case_file, of_rights):
        contract = say(event, id_)
        if contract is not None:
            return contract
    return None


def like(contract: type[T], event: Any, **more: Any) -> T:
    """A contract filled from the event's fields of the same names, and what else it needs."""
    classes: Any = (contract, type(event))
    same = _shared_fields(*classes) - more.keys()
    return contract(**{name: getattr(event, name) for name in same}, **more)


@cache
def _shared_fields(contract: Any, event: Any) -> frozenset[str]:
    return frozenset(field.name for field in fields(contract)) & frozenset(field.name for field in fields(event))


def of_beneficiary(event: Any, id_: str) -> Any | None:
    """Facts of the register."""
    match event:
        case beneficiary.BeneficiaryRegistered():
            return like(said.BeneficiaryRegistered, event, beneficiary_id=id_)
        case beneficiary.ContactChannelAgreed():
            return like(said.ContactChannelAgreed, event, beneficiary_id=id_)
        case beneficiary.ConsentGiven(purpose=purpose):
            return said.ConsentChanged(beneficiary_id=id_, purpose=purpose, given=True)
        case beneficiary.ConsentWithdrawn(purpose=purpose):
            return said.ConsentChanged(beneficiary_id=id_, purpose=purpose, given=False)
        case beneficiary.GuardianshipEnded(guardian_id=guardian_id):
            return said.GuardianshipEnded(beneficiary_id=id_, guardian_id=guardian_id)
        case beneficiary.MajorityReached():
            return said.MajorityReached(beneficiary_id=id_)
    return None


def of_counter(event: Any, id_: str) -> Any | None:
    """Facts of the counter."""
    match event:
        case reception.ReceptionEnded():
            return like(said.ReceptionEnded, event, reception_id=id_)
        case reception.InquiryReceived(received_on=day):
            return like(said.InquiryReceived, event, inquiry_id=id_, on=day)
        case reception.InquiryAnswered(answered_on=day):
            return like(said.InquiryClosed, event, inquiry_id=id_, on=day, outcome="answered")
        case reception.InquiryReferred(referred_to=whom, referred_on=day):
            return like(said.InquiryClosed, event, inquiry_id=id_, on=day, outcome="referred", routed_to=whom)
    return None


def of_request(event: Any, id_: str) -> Any | None:
    """Facts of a request until it is with the reviewing body. A completion is told with its window, hence once."""
    match event:
        case request.SupportRequestSubmitted():
            return like(said.SupportRequestSubmitted, event, request_id=id_)
        case request.ResponseWindowSet():
            provisional = bool(event.estimated_days or event.beyond_calendar)
            return like(said.SupportRequestCompleted, event, request_id=id_, provisional=provisional)
        case request.SupportRequestReferred():
            return like(said.SupportRequestReferred, event, request_id=id_, dossier_id=id_)
        case request.InformationSupplied(items=items, in_review=True):
            return said.InformationSupplied(request_id=id_, items=items)
    return None


def of_reply(event: Any, id_: str) -> Any | None:
    """Facts of a request from the reply on."""
    match event:
        case reply.DecisionCommunicated():
            return like(said.DecisionCommunicated, event, request_id=id_)
        case reply.ResponseDeadlineBreached():
            return like(said.ResponseDeadlineBreached, event, request_id=id_)
        case reply.ResponseWindowRecalculated(before=before, after=after) if before != after:
            return like(said.ResponseWindowRecalculated, event, request_id=id_, cause=event.cause.partition(" ")[0])
        case reply.ServiceDelivered():
            return like(said.ServiceDelivered, event, request_id=id_)
        case reply.SupportRequestWithdrawn():
            return like(said.SupportRequestWithdrawn, event, request_id=id_)
    return None


def of_case_file(event: Any, id_: str) -> Any | None:
    """Stages of a case at which the beneficiary may be asked what he thinks."""
    match event:
        case case_file.DevelopmentPlanAgreed(beneficiary_id=whose, agreed_on=day):
            return said.PlanStageReached(request_id=id_, beneficiary_id=whose, stage_code="plan_agreed", on=day)
        case case_file.PlanStageReached(beneficiary_id=whose, reached_on=day):
            return said.PlanStageReached(request_id=id_, beneficiary_id=whose, stage_code="follow_up", on=day)
    return None


def of_rights(event: Any, id_: str) -> Any | None:
    """Volunteers passed on, and what everybody must destroy."""
    match event:
        case rights.VolunteeringInterestHandedOver():
            return like(said.VolunteeringInterestHandedOver, event, interest_id=id_)
        case rights.PersonalDataDestructionOrdered(ordered_on=day):
            return like(said.PersonalDataDestructionOrdered, event, order_id=id_, on=day)
        case rights.PersonalDataDestroyed(destroyed_on=day):
            return like(said.PersonalDataDestroyed, event, order_id=id_, on=day)
    return None
