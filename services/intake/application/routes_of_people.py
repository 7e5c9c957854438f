"""The table of contents for the register and the counter: each command, who may ask it, and what it does."""

from __future__ import annotations

from services.intake.application.aggregates import BENEFICIARY, INQUIRY, LIAISON, RECEPTION
from services.intake.application.at_the_counter import DIRECTORY, end_reception, receive_inquiry, recognise_visitor
from services.intake.application.entering import enter
from services.intake.application.on_requests import correct_data, verify_identity
from services.intake.application.opened import going_on
from services.intake.application.roles import ANSWERERS, COUNTER, SELF, SYSTEM
from services.intake.domain import inquiry, liaison, reception, registering
from services.intake.domain.commands import beneficiary
from services.intake.domain.commands import reception as counter
from shared.application.routes import Decide, Route, UseCase, change, create, keep_up

REGISTRARS = COUNTER | {"social_worker", "social_research_officer"}


def to_beneficiary(decide: Decide) -> UseCase:
    """A use case that changes somebody in the register."""
    return change(BENEFICIARY, "beneficiary_id", decide)


REGISTER_ROUTES = (
    Route(
        command=beneficiary.RegisterBeneficiary,
        by=REGISTRARS,
        does=enter,
        reads=registering.checked_registration,
    ),
    Route(command=beneficiary.VerifyIdentity, by=REGISTRARS, does=verify_identity),
    Route(command=beneficiary.LinkGuardian, by=REGISTRARS, does=to_beneficiary(registering.link_guardian)),
    Route(command=beneficiary.EndGuardianship, by=REGISTRARS, does=to_beneficiary(registering.end_guardianship)),
    Route(command=beneficiary.LapseGuardianship, by=SYSTEM, does=to_beneficiary(registering.lapse_guardianship)),
    Route(
        command=beneficiary.CorrectBeneficiaryData,
        by=REGISTRARS,
        does=correct_data,
        reads=registering.checked_correction,
    ),
    Route(
        command=beneficiary.AgreeContactChannel,
        by=REGISTRARS | SELF,
        does=to_beneficiary(registering.agree_contact_channel),
    ),
    Route(command=beneficiary.GiveConsent, by=REGISTRARS | SELF, does=to_beneficiary(registering.give_consent)),
    Route(command=beneficiary.WithdrawConsent, by=REGISTRARS | SELF, does=to_beneficiary(registering.withdraw_consent)),
    Route(command=beneficiary.NoteMajority, by=SYSTEM, does=to_beneficiary(registering.reach_majority)),
)

COUNTER_ROUTES = (
    Route(
        command=counter.ReceiveVisitor, by=COUNTER, does=create(RECEPTION, "reception_id", reception.receive_visitor)
    ),
    Route(command=counter.RecogniseVisitor, by=COUNTER, does=recognise_visitor),
    Route(command=counter.EndReception, by=COUNTER, does=end_reception),
    Route(command=counter.ReceiveInquiry, by=ANSWERERS | SELF, does=receive_inquiry),
    Route(command=counter.AnswerInquiry, by=ANSWERERS, does=going_on(INQUIRY, "inquiry_id", inquiry.answer)),
    Route(command=counter.ReferInquiry, by=ANSWERERS, does=going_on(INQUIRY, "inquiry_id", inquiry.refer)),
    Route(command=counter.NoteLiaison, by=SYSTEM, does=keep_up(LIAISON, lambda _command: DIRECTORY, liaison.note)),
)
