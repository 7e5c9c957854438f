"""Case files, plans, visits, entitlements, suggestions, works, volunteers, data rights and destruction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from services.intake.application.asking_of_people import (
    FindBeneficiary,
    ListDue,
    ListIncompleteRegistrations,
    ReadBeneficiary,
    ReadCaseFile,
)
from services.intake.domain.commands import case_file as files
from services.intake.domain.commands import rights as commands
from services.intake.domain.events import case_file as filed
from services.intake.domain.events import rights as events
from services.intake.domain.events.beneficiary import BeneficiaryRegistered
from shared.contracts import committee, complaints, governance, notifications, surveys
from shared.domain.refusals import NotFound
from tests.domain.intake.examples import (
    AMAL,
    FATIMA,
    GUARDIAN,
    MAHA,
    MANAGER,
    NAME,
    OFFICER,
    PRIVACY,
    PROVIDER,
    REQUEST,
    SOCIAL_WORKER,
    TODAY,
    at,
    opened,
    pass_time,
    registration,
    replied,
    settings,
)
from tests.domain.scenario import Scenario

GOALS = files.PlanStage(code="school_year", due_on=date(2026, 9, 1))


def plan(*participants: str) -> files.AgreeDevelopmentPlan:
    return files.AgreeDevelopmentPlan(
        request_id=REQUEST, beneficiary_id=FATIMA, goals="إكمال الدراسة", participated_by=participants, stages=(GOALS,)
    )


def test_every_act_enters_kayans_file_by_itself_and_paper_that_lags_behind_shows(kayan: Scenario) -> None:
    opened(kayan)
    entry = files.RecordCaseEntry(request_id=REQUEST, beneficiary_id=FATIMA, kind="visit", text="زيارة أولى")
    kayan.given(entry, by=SOCIAL_WORKER)
    file = kayan.ask(ReadCaseFile(request_id=REQUEST), by=SOCIAL_WORKER)
    assert [each.kind for each in file.entries] == ["CaseFileOpened", "SupportRequestOpened", "CaseEntryRecorded"]
    assert file.out_of_step is True
    for number in (1, 2, 3):
        item = files.FilePaperItem(request_id=REQUEST, item_no=number, paper_location="shelf 4")
        kayan.given(item, by=SOCIAL_WORKER)
    assert kayan.ask(ReadCaseFile(request_id=REQUEST), by=SOCIAL_WORKER).out_of_step is False


def test_the_printed_index_has_no_gaps(kayan: Scenario) -> None:
    item = files.FilePaperItem(request_id=REQUEST, item_no=2, paper_location="shelf 4")
    assert opened(kayan).refused(item, by=SOCIAL_WORKER) == "item_out_of_step"


def test_sidr_opens_a_file_by_hand_only_and_once(sidr: Scenario) -> None:
    opened(sidr).given(files.OpenCaseFile(request_id=REQUEST), by=SOCIAL_WORKER)
    assert sidr.refused(files.OpenCaseFile(request_id=REQUEST), by=SOCIAL_WORKER) == "file_exists"


def test_no_plan_without_those_whose_plan_it_is(kayan: Scenario) -> None:
    opened(kayan)
    assert kayan.refused(plan("staff-1"), by=SOCIAL_WORKER) == "participation_missing"
    assert kayan.refused(plan(GUARDIAN), by=SOCIAL_WORKER) == "participation_missing"
    (agreed,) = kayan.when(plan(FATIMA), by=SOCIAL_WORKER)
    assert isinstance(agreed, filed.DevelopmentPlanAgreed)
    reach = files.ReachPlanStage(request_id=REQUEST, stage_code="school_year", reached_on=TODAY)
    (reached,) = kayan.when(reach, by=SOCIAL_WORKER)
    assert reached.stage_code == "school_year"
    assert kayan.refused(reach, by=SOCIAL_WORKER) == "no_such_stage"


def test_a_stage_needs_a_plan(kayan: Scenario) -> None:
    reach = files.ReachPlanStage(request_id=REQUEST, stage_code="school_year", reached_on=TODAY)
    assert opened(kayan).refused(reach, by=SOCIAL_WORKER) == "no_plan_yet"


def test_field_visits_are_kayans_only(sidr: Scenario) -> None:
    visit = files.RecordFieldVisit(visit_id="visit-1", beneficiary_id=FATIMA, visited_on=TODAY, report="تقرير")
    assert sidr.refused(visit, by=SOCIAL_WORKER) == "channel_not_permitted"


def test_a_field_visit_is_told_with_its_request(kayan: Scenario) -> None:
    visit = files.RecordFieldVisit(
        visit_id="visit-1", beneficiary_id=FATIMA, visited_on=TODAY, report="تقرير", request_id=REQUEST
    )
    opened(kayan).given(visit, by=SOCIAL_WORKER)
    assert kayan.rows()[-1].case_id == REQUEST


def test_an_entitlement_follows_from_an_approval_and_is_performed_once(sidr: Scenario) -> None:
    grant = files.GrantEntitlement(entitlement_id="e-1", request_id=REQUEST, kind="rent", due_on=date(2026, 4, 1))
    perform = files.PerformEntitlement(entitlement_id="e-1", performed_on=date(2026, 3, 30))
    replied(sidr).given(grant, by=OFFICER).given(perform, by=PROVIDER)
    assert sidr.refused(perform, by=PROVIDER) == "over_already"
    assert sidr.refused(grant, by=OFFICER) == "already_exists"


def test_nothing_is_owed_without_an_approval(sidr: Scenario) -> None:
    grant = files.GrantEntitlement(entitlement_id="e-1", request_id=REQUEST, kind="rent", due_on=date(2026, 4, 1))
    assert opened(sidr).refused(grant, by=OFFICER) == "not_approved"


def test_a_suggestion_gets_a_number_an_outcome_and_a_reply(sidr: Scenario) -> None:
    suggestion = commands.MakeSuggestion(suggestion_id="s-1", maker_id="maker-1", channel="website", text="اقتراح")
    _, received = sidr.when(suggestion, by=OFFICER)
    assert received.number == "SD-S-1447-0001"
    resolve = commands.ResolveSuggestion(suggestion_id="s-1", maker_id="maker-1", outcome="adopted", reply="شكرًا")
    (resolved,) = sidr.when(resolve, by=MANAGER)
    assert resolved.outcome == "adopted"
    assert sidr.refused(resolve, by=MANAGER) == "over_already"


def test_a_work_is_used_inside_its_permission_only_and_other_attempts_are_on_record(sidr: Scenario) -> None:
    grant = commands.GrantIpPermission(
        permission_id="p-1", beneficiary_id=FATIMA, work="صورة", scope=("annual_report",), until=date(2026, 3, 15)
    )
    sidr.given(grant, commands.UseWork(permission_id="p-1", purpose="annual_report"), by=SOCIAL_WORKER)
    advertising = commands.UseWork(permission_id="p-1", purpose="advertising")
    assert sidr.refused(advertising, by=SOCIAL_WORKER) == "outside_permission"
    assert sidr.facts()[-1] == events.WorkUseRefused(purpose="other")
    sidr.given(commands.RevokeIpPermission(permission_id="p-1", reason_code="asked"), by="beneficiary", ref=FATIMA)
    report = commands.UseWork(permission_id="p-1", purpose="annual_report")
    assert sidr.refused(report, by=SOCIAL_WORKER) == "outside_permission"


def test_an_interest_in_volunteering_is_handed_over_once(sidr: Scenario) -> None:
    interest = commands.ReceiveVolunteeringInterest(
        interest_id="v-1", person_id="person-1", channel="website", person="سالم"
    )
    hand_over = commands.HandOverInterest(interest_id="v-1", handed_to="staff-volunteers")
    sidr.given(interest, hand_over, by=OFFICER)
    assert sidr.refused(hand_over, by=OFFICER) == "over_already"


def test_a_data_right_is_due_in_thirty_days_and_once_extended_by_thirty(sidr: Scenario) -> None:
    ask = commands.RequestDataRight(data_right_id="d-1", beneficiary_id=FATIMA, right="copy", received_on=TODAY)
    (asked,) = sidr.when(ask, by="beneficiary", ref=FATIMA)
    assert asked.due_on == date(2026, 4, 14)
    (row,) = sidr.ask(ListDue(), by=PRIVACY).due
    assert (row.kind, row.code, row.overdue) == ("data_right", "copy", False)
    extend = commands.ExtendDataRight(data_right_id="d-1", reason_code="volume")
    (extended,) = sidr.when(extend, by=PRIVACY)
    assert extended.due_on == date(2026, 5, 14)
    assert sidr.refused(extend, by=PRIVACY) == "extended_already"
    sidr.given(commands.FulfilDataRight(data_right_id="d-1"), by=PRIVACY)
    assert sidr.ask(ListDue(), by=PRIVACY).due == ()
    refuse = commands.RefuseDataRight(data_right_id="d-1", reason_code="x")
    assert sidr.refused(refuse, by=PRIVACY) == "over_already"


OTHERS = (governance, committee, complaints, surveys, notifications)
ORDER = commands.OrderDestruction(order_id="o-1", subject_id=FATIMA, basis="data_right")
CONFIRM = commands.ConfirmDestruction(order_id="o-1")


def test_whoever_orders_a_destruction_does_not_confirm_it_unless_waived(sidr: Scenario) -> None:
    sidr.given(ORDER, by=PRIVACY, ref=AMAL)
    assert sidr.refused(CONFIRM, by=PRIVACY, ref=AMAL) == "orderer_confirms"
    sidr.adopted(settings(four_eyes_waivers=("destruction",)))
    assert sidr.when(CONFIRM, by=PRIVACY, ref=AMAL)


def test_a_destruction_takes_the_data_and_leaves_every_stream_readable(sidr: Scenario) -> None:
    sidr.given(registration(), by=OFFICER).given(ORDER, by=PRIVACY, ref=AMAL).given(CONFIRM, by=MANAGER, ref=MAHA)
    assert pass_time(sidr) == (events.DestructionConfirmed(service="intake"),)
    assert pass_time(sidr) == ()
    *others, last = (service.PersonalDataDestructionConfirmed(order_id="o-1", subject_id=FATIMA) for service in OTHERS)
    for confirmation in others:
        assert len(sidr.told(confirmation)) == 1
    dropped, certificate = sidr.told(last)
    assert dropped == events.DestructionConfirmed(service="notifications")
    assert certificate == events.PersonalDataDestroyed(subject_id=FATIMA, scope=(), destroyed_on=TODAY)
    assert sidr.told(last) == ()
    with pytest.raises(NotFound):
        sidr.ask(ReadBeneficiary(beneficiary_id=FATIMA, reason="check"), by=OFFICER)
    assert sidr.ask(FindBeneficiary(by="name", value=NAME), by=OFFICER).beneficiary_ids == ()
    assert sidr.ask(ListIncompleteRegistrations(), by=OFFICER).registrations == ()
    assert any(isinstance(fact, BeneficiaryRegistered) for fact in sidr.facts())


def test_a_destruction_that_somebody_does_not_confirm_in_a_week_raises_one_alarm(sidr: Scenario) -> None:
    sidr.given(ORDER, by=PRIVACY, ref=AMAL).given(CONFIRM, by=MANAGER, ref=MAHA)
    pass_time(at(sidr, date(2026, 3, 22)))
    (late,) = pass_time(at(sidr, date(2026, 3, 23)))
    assert late == events.DestructionLate(missing=("committee", "complaints", "governance", "notifications", "surveys"))
    assert pass_time(sidr) == ()


def held(*, stands: bool = True, hold_id: str = "hold-1") -> complaints.LegalHoldPlaced | complaints.LegalHoldReleased:
    said = complaints.LegalHoldPlaced if stands else complaints.LegalHoldReleased
    return said(hold_id=hold_id, subject_id=FATIMA, complaint_id=None)


def test_a_known_hold_blocks_the_confirmation_by_name_before_anybody_is_told_to_drop_anything(sidr: Scenario) -> None:
    sidr.given(registration(), by=OFFICER).given(ORDER, by=PRIVACY, ref=AMAL)
    sidr.told(held())
    assert sidr.refused(CONFIRM, by=MANAGER, ref=MAHA) == "destruction_blocked"
    assert sidr.facts()[-1] == events.DestructionBlocked(subject_id=FATIMA, hold_id="hold-1")
    assert pass_time(sidr) == ()
    assert not any(type(said).__name__.startswith("PersonalDataDestruction") for said in sidr.published())
    sidr.told(held(stands=False))
    assert sidr.when(CONFIRM, by=MANAGER, ref=MAHA)
    assert pass_time(sidr) == (events.DestructionConfirmed(service="intake"),)


def test_every_hold_must_be_released(sidr: Scenario) -> None:
    sidr.given(ORDER, by=PRIVACY, ref=AMAL)
    for contract in (held(), held(hold_id="hold-2"), held(stands=False)):
        sidr.told(contract)
    assert sidr.refused(CONFIRM, by=MANAGER, ref=MAHA) == "destruction_blocked"
    assert sidr.facts()[-1] == events.DestructionBlocked(subject_id=FATIMA, hold_id="hold-2")


def test_a_hold_told_twice_is_noted_once(sidr: Scenario) -> None:
    assert len(sidr.told(held())) == 1
    assert sidr.told(held()) == ()
    assert len(sidr.told(held(stands=False))) == 1
    assert sidr.told(held(stands=False)) == ()


def test_a_hold_on_somebody_else_blocks_nothing(sidr: Scenario) -> None:
    sidr.given(ORDER, by=PRIVACY, ref=AMAL)
    sidr.told(replace(held(), subject_id=GUARDIAN))
    assert sidr.when(CONFIRM, by=MANAGER, ref=MAHA)


def test_a_hold_blocks_a_destruction_and_is_named_once(sidr: Scenario) -> None:
    sidr.given(registration(), by=OFFICER)
    sidr.infrastructure.vault.hold("kayan", FATIMA, "hold-1", "court")
    sidr.given(ORDER, by=PRIVACY, ref=AMAL).given(CONFIRM, by=MANAGER, ref=MAHA)
    assert pass_time(sidr) == (events.DestructionBlocked(subject_id=FATIMA, hold_id="hold-1"),)
    assert pass_time(sidr) == ()
    sidr.infrastructure.vault.release("kayan", FATIMA, "hold-1")
    assert pass_time(sidr) == (events.DestructionConfirmed(service="intake"),)
