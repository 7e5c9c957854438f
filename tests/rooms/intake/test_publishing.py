"""What intake says in public, and what it keeps to itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from services.intake.domain.commands import beneficiary as register
from services.intake.domain.commands import reception as counter
from services.intake.domain.commands import reply, request
from services.intake.domain.events.reply import ResponseWindowRecalculated
from services.intake.publishing import of_reply
from shared import codec
from shared.contracts import intake as said
from tests.contracts.samples import sample
from tests.domain.intake.examples import (
    AMAL,
    FATIMA,
    NAME,
    NATIONAL_ID,
    OFFICER,
    PHONE,
    PROVIDER,
    REQUEST,
    TODAY,
    calendar,
    completed,
    pass_time,
    replied,
    settings,
    submitted,
    under_review,
)
from tests.domain.scenario import Scenario


def test_a_whole_request_is_told_in_order(sidr: Scenario) -> None:
    replied(sidr).given(
        reply.DeliverService(request_id=REQUEST, beneficiary_id=FATIMA, delivered_on=date(2026, 3, 30)), by=PROVIDER
    )
    assert [type(each).__name__ for each in sidr.published()] == [
        "BeneficiaryRegistered",
        "ContactChannelAgreed",
        "SupportRequestSubmitted",
        "SupportRequestCompleted",
        "SupportRequestReferred",
        "DecisionCommunicated",
        "ServiceDelivered",
    ]


def test_nothing_personal_is_said(sidr: Scenario) -> None:
    told = b"".join(codec.encode(each) for each in replied(sidr).published()).decode()
    for value in (NAME, NATIONAL_ID, PHONE, "1990"):
        assert value not in told


def test_a_completion_is_told_with_its_window_and_policy(sidr: Scenario) -> None:
    assert completed(sidr).published()[-1] == said.SupportRequestCompleted(
        request_id=REQUEST,
        number="SD-1447-0001",
        beneficiary_id=FATIMA,
        completed_on=TODAY,
        not_before=date(2026, 3, 29),
        due_by=None,
        calendar_version="SA-2026.1",
        policy_version="sidr-brp/1",
    )


def test_a_referral_says_who_must_not_decide(kadi: Scenario) -> None:
    assert under_review(kadi).published()[-1] == said.SupportRequestReferred(
        request_id=REQUEST,
        number="KD-1447-0001",
        body_kind="administrative_unit",
        body_code="competent_unit",
        dossier_id=REQUEST,
        due_by=date(2026, 4, 9),
        policy_version="kadi-brp/1",
        handled_by=(AMAL,),
        beneficiary_id=FATIMA,
    )


def test_a_window_that_was_once_found_unchanged_is_still_not_told() -> None:
    # Earlier versions recorded a recalculation that moved nothing; a log keeps it for ever.
    recorded = sample(ResponseWindowRecalculated)
    assert of_reply(replace(recorded, after=recorded.before), REQUEST) is None


def test_a_window_that_has_moved_is_told(kadi: Scenario) -> None:
    fresh = calendar("SA-2026.2", also_off=(date(2026, 4, 1),))
    completed(kadi).adopted(fresh, settings(settings_version=2, calendar_version="SA-2026.2"))
    pass_time(kadi)
    moved = kadi.published()[-1]
    assert (moved.before, moved.after) == (date(2026, 4, 9), date(2026, 4, 12))


def test_what_is_supplied_before_completion_is_nobody_elses_business(sidr: Scenario) -> None:
    submitted(sidr).given(
        request.RequestInformation(request_id=REQUEST, items=("lease",)),
        request.SupplyInformation(request_id=REQUEST, items=("lease",)),
        by=OFFICER,
    )
    assert not [each for each in sidr.published() if isinstance(each, said.InformationSupplied)]


def test_the_counter_is_told_without_what_was_asked(sidr: Scenario) -> None:
    sidr.given(
        counter.ReceiveVisitor(reception_id="visit-1", channel="interview"),
        counter.EndReception(reception_id="visit-1"),
        counter.ReceiveInquiry(
            inquiry_id="inquiry-1", asker_id="asker-1", topic_code="housing", channel="phone_call", question="متى؟"
        ),
        counter.AnswerInquiry(inquiry_id="inquiry-1", asker_id="asker-1", answer_source="guide", answer="غدًا"),
        by=OFFICER,
    )
    ended, received, closed = sidr.published()
    assert isinstance(ended, said.ReceptionEnded)
    assert isinstance(received, said.InquiryReceived)
    assert closed == said.InquiryClosed(
        inquiry_id="inquiry-1",
        topic_code="housing",
        channel="phone_call",
        routed_to=None,
        outcome="answered",
        on=TODAY,
    )


def test_consents_are_told(sidr: Scenario) -> None:
    submitted(sidr).given(
        register.GiveConsent(beneficiary_id=FATIMA, purpose="survey", notice_version="1", given_by=FATIMA),
        register.WithdrawConsent(beneficiary_id=FATIMA, purpose="survey"),
        by=OFFICER,
    )
    assert [each.given for each in sidr.published() if isinstance(each, said.ConsentChanged)] == [True, False]


def test_a_date_that_may_still_move_is_said_to_be_provisional(kadi: Scenario) -> None:
    assert completed(kadi).published()[-1].provisional is True


def test_why_a_window_moved_is_said_by_code(kadi: Scenario) -> None:
    completed(kadi).adopted(calendar("SA-2026.2", also_off=(date(2026, 4, 1),)))
    kadi.adopted(settings(settings_version=2, calendar_version="SA-2026.2"))
    pass_time(kadi)
    assert kadi.published()[-1].cause == "calendar"
