"""What intake answers, from its views and from a request's own events."""

from __future__ import annotations

from datetime import date

import pytest

from services.intake.application.asking_of_people import ReadNames
from services.intake.application.asking_of_requests import ListRequests, ReadRequest, WhyThisDate
from services.intake.domain.commands import reply, request
from shared.application.case_links import ReadLinks
from shared.application.case_steps import ReadCase
from shared.domain.refusals import Forbidden, NotFound, Refused
from tests.domain.intake.examples import (
    FATIMA,
    OFFICER,
    REQUEST,
    calendar,
    completed,
    kayan_policy,
    opened,
    pass_time,
    replied,
    rules_of,
    settings,
    submitted,
    with_decision,
)
from tests.domain.scenario import TENANT, Scenario


def test_the_list_follows_a_request_through_its_stages(sidr: Scenario) -> None:
    replied(sidr)
    (row,) = sidr.ask(ListRequests(), by=OFFICER).requests
    assert (row.stage, row.number, row.not_before) == ("replied", "SD-1447-0001", date(2026, 3, 29))
    assert (row.outcome, row.decided_on, row.replied_on) == ("approved", date(2026, 3, 18), date(2026, 3, 30))
    assert sidr.ask(ListRequests(stage="open"), by=OFFICER).requests == ()


def test_a_reopened_request_is_listed_as_new(sidr: Scenario) -> None:
    replied(sidr, "rejected").given(reply.CloseRequest(request_id=REQUEST), by=OFFICER)
    sidr.given(reply.ReopenRequest(request_id=REQUEST, reason_code="new_evidence"), by=OFFICER)
    (row,) = sidr.ask(ListRequests(stage="open"), by=OFFICER).requests
    assert (row.completed_on, row.outcome, row.replied_on) == (None, None, None)


def test_the_views_and_the_events_agree_on_the_stage(kadi: Scenario) -> None:
    for lead_up in (submitted, lambda scenario: scenario):
        lead_up(kadi)
        (row,) = kadi.ask(ListRequests(), by=OFFICER).requests
        assert row.stage == kadi.ask(ReadRequest(request_id=REQUEST), by=OFFICER).stage
        kadi.given(request.AddEvidence(request_id=REQUEST, beneficiary_id=FATIMA, item_code="family_card"), by=OFFICER)


def test_a_request_says_what_it_lacks_and_at_which_revision_to_sign(kadi: Scenario) -> None:
    seen = opened(kadi).ask(ReadRequest(request_id=REQUEST), by="beneficiary", ref=FATIMA)
    assert (seen.data_revision, seen.missing_items) == (1, ("income_statement", "family_card"))
    assert [each.code for each in seen.obstacles] == [
        "declaration_missing",
        "process_not_explained",
        "items_missing",
        "criteria_not_given",
        "contact_not_agreed",
    ]
    assert "SignDeclaration" in seen.next_commands


def test_nothing_stands_in_the_way_of_what_is_complete(kadi: Scenario) -> None:
    assert submitted(kadi).ask(ReadRequest(request_id=REQUEST), by=OFFICER).obstacles == ()


def test_somebody_elses_request_is_not_shown(sidr: Scenario) -> None:
    opened(sidr)
    with pytest.raises(Forbidden):
        sidr.ask(ReadRequest(request_id=REQUEST), by="beneficiary", ref="beneficiary-other")


def test_names_of_a_list_are_read_in_its_order_and_each_reading_is_on_record(kadi: Scenario) -> None:
    opened(kadi)
    told = kadi.ask(ReadNames(beneficiary_ids=(FATIMA,), reason="day_list"), by=OFFICER)
    (row,) = told.names
    assert (row.beneficiary_id, row.name is not None) == (FATIMA, True)
    (reading,) = [one for one in kadi.infrastructure.vault.readings(TENANT) if one.reason == "day_list"]
    assert (reading.subject, reading.category) == (FATIMA, "profile")
    kadi.infrastructure.vault.destroy(TENANT, FATIMA, None)
    (row,) = kadi.ask(ReadNames(beneficiary_ids=(FATIMA,), reason="day_list"), by=OFFICER).names
    assert row.name is None


def test_a_whole_register_is_not_read_at_once(kadi: Scenario) -> None:
    opened(kadi)
    with pytest.raises(Refused, match="too_many_names"):
        kadi.ask(ReadNames(beneficiary_ids=(FATIMA,) * 51, reason="day_list"), by=OFFICER)


def test_the_proof_of_a_date_is_the_stored_one_with_its_clause(kadi: Scenario) -> None:
    proof = completed(kadi).ask(WhyThisDate(request_id=REQUEST), by=OFFICER)
    assert (proof.due_by, proof.rule, proof.clause) == (
        date(2026, 4, 9),
        "max_15_working_day",
        "art. 3 response_window",
    )
    assert (len(proof.counted), proof.recalculated) == (15, False)
    fresh = calendar("SA-2026.2", also_off=(date(2026, 4, 1),))
    kadi.adopted(fresh, settings(settings_version=2, calendar_version="SA-2026.2"))
    pass_time(kadi)
    again = kadi.ask(WhyThisDate(request_id=REQUEST), by=OFFICER)
    assert (again.due_by, again.calendar_version, again.recalculated) == (date(2026, 4, 12), "SA-2026.2", True)


def test_a_request_without_a_window_has_no_proof_yet(sidr: Scenario) -> None:
    opened(sidr)
    with pytest.raises(NotFound, match="no_such_response_window"):
        sidr.ask(WhyThisDate(request_id=REQUEST), by=OFFICER)


def test_views_rebuilt_from_the_log_show_the_same(sidr: Scenario) -> None:
    before = with_decision(sidr).ask(ListRequests(), by=OFFICER)
    for name in sidr.infrastructure.views.views:
        sidr.infrastructure.views.rebuild(name, sidr.infrastructure.log)
    assert sidr.ask(ListRequests(), by=OFFICER) == before


def test_the_links_of_a_case_are_whole_streams_with_the_hashes_of_what_they_name(kayan: Scenario) -> None:
    completed(kayan)
    told = kayan.ask(ReadLinks(case_ids=(REQUEST,)), by="auditor")
    streams = {one.stream for one in told.links}
    for stream in streams:
        assert [one.version for one in told.links if one.stream == stream] == [
            *range(1, 1 + sum(one.stream == stream for one in told.links))
        ]
    signed = [content for one in told.links for content in one.contents]
    assert signed
    assert all(content.found == content.sha256 for content in signed)
    assert told.head >= max(one.position for one in told.links)
    assert kayan.ask(ReadLinks(case_ids=("nobody",)), by="auditor").links == ()


def test_the_history_of_a_case_names_clause_policy_and_actor(kayan: Scenario) -> None:
    completed(kayan)
    case = kayan.ask(ReadCase(case_id=REQUEST), by="auditor")
    window = next(step for step in case.steps if step.type == "ResponseWindowSet")
    assert (window.clause, window.policy_version) == ("steps response_window", "kayan-brp/1")
    assert {state.kind for state in case.states} == {"support_request", "case_file"}


@pytest.mark.parametrize("role", ["reviewing_member", "reviewing_secretary"])
def test_where_the_register_is_sensitive_the_reviewing_body_sees_what_lies_before_it(
    stage: Scenario, role: str
) -> None:
    stage.adopted(*rules_of("kayan")[:-1], kayan_policy(sensitive_register=True))
    completed(stage)
    seen = ReadRequest(request_id=REQUEST)
    with pytest.raises(Forbidden):
        stage.ask(seen, by=role)
    stage.given(request.ReferToReview(request_id=REQUEST), by=OFFICER)
    assert stage.ask(seen, by=role).stage == "under_review"
    for query in (seen, WhyThisDate(request_id=REQUEST)):
        with pytest.raises(Forbidden):
            stage.ask(query, by="liaison_officer")
    with pytest.raises(Forbidden):
        stage.ask(ListRequests(), by=role)


def test_where_the_register_is_sensitive_only_those_who_need_to_know_see_a_case(stage: Scenario) -> None:
    stage.adopted(*rules_of("kayan")[:-1], kayan_policy(sensitive_register=True))
    opened(stage)
    for query in (ListRequests(), ReadRequest(request_id=REQUEST)):
        for role in ("reviewing_member", "liaison_officer", "follow_up_officer"):
            with pytest.raises(Forbidden):
                stage.ask(query, by=role)
        assert stage.ask(query, by="social_worker")
