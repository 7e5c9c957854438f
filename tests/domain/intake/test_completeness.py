"""What a request needs before it is complete: evidence, a valid signature, an explanation, an agreed contact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from services.intake.application.asking_of_requests import ReadRequest
from services.intake.domain.commands import beneficiary as register
from services.intake.domain.commands import request
from services.intake.domain.events import request as events
from services.intake.domain.events.reception import ChannelRefused
from services.intake.domain.person import Profile
from shared.contracts.committee import FurtherInformationRequested
from shared.domain.refusals import Refused
from tests.domain.intake.examples import (
    AMAL,
    FATIMA,
    ITEMS,
    OFFICER,
    REQUEST,
    RESEARCHER,
    SOCIAL_WORKER,
    agreement,
    at,
    brought,
    completed,
    decided,
    opened,
    opening,
    registration,
    signature,
    submitted,
    under_review,
    with_evidence,
)
from tests.domain.scenario import Scenario

COMPLETE = request.CompleteSupportRequest(request_id=REQUEST)
SUBMIT = request.SubmitSupportRequest(request_id=REQUEST)
EXPLAIN = request.ExplainProcess(request_id=REQUEST)


def test_nothing_is_submitted_without_signature_and_explanation(sidr: Scenario) -> None:
    with_evidence(sidr)
    assert sidr.refused(SUBMIT, by=OFFICER) == "declaration_missing"
    sidr.given(signature(), by=OFFICER)
    assert sidr.refused(SUBMIT, by=OFFICER) == "process_not_explained"
    sidr.given(EXPLAIN, SUBMIT, by=OFFICER)


def test_an_early_submission_is_told_everything_at_once_also_what_can_follow(kadi: Scenario) -> None:
    opened(kadi)
    with pytest.raises(Refused) as refusal:
        kadi.when(SUBMIT, by=OFFICER)
    lacks = kadi.ask(ReadRequest(request_id=REQUEST), by=OFFICER).obstacles
    assert [each.code for each in lacks if each.before_submission] == ["declaration_missing", "process_not_explained"]
    assert refusal.value.code == "declaration_missing"
    assert all(each.ar in refusal.value.ar and each.en in refusal.value.en for each in lacks)


def test_what_can_follow_stops_no_submission(kadi: Scenario) -> None:
    opened(kadi).given(signature(data_revision=1), EXPLAIN, by=OFFICER)
    lacks = kadi.ask(ReadRequest(request_id=REQUEST), by=OFFICER).obstacles
    assert lacks
    assert not any(each.before_submission for each in lacks)
    kadi.given(SUBMIT, by=OFFICER)


def test_a_missing_item_blocks_completion(sidr: Scenario) -> None:
    opened(sidr).given(signature(data_revision=1), EXPLAIN, SUBMIT, by=OFFICER)
    assert sidr.refused(COMPLETE, by=OFFICER) == "items_missing"


def test_an_item_out_of_date_on_submission_blocks_completion(sidr: Scenario) -> None:
    with_evidence(sidr).given(brought(ITEMS[0], valid_until=date(2026, 3, 15)), by=OFFICER)
    sidr.given(request.MatchEvidence(request_id=REQUEST, item_code=ITEMS[0]), by=OFFICER)
    at(sidr, date(2026, 3, 16)).given(signature(data_revision=4), EXPLAIN, SUBMIT, by=OFFICER)
    assert sidr.refused(COMPLETE, by=OFFICER) == "evidence_expired"


YESTERDAYS = brought(ITEMS[0], valid_until=date(2026, 3, 14))


def test_an_item_out_of_date_already_is_not_taken_in_where_the_policy_asks_for_validity(sidr: Scenario) -> None:
    assert opened(sidr).refused(YESTERDAYS, by=OFFICER) == "evidence_out_of_date"


def test_where_the_policy_is_silent_on_validity_an_old_item_is_taken_in_knowingly(kadi: Scenario) -> None:
    assert opened(kadi).refused(YESTERDAYS, by=OFFICER) == "evidence_expired_unsaid"
    (added,) = kadi.when(replace(YESTERDAYS, expired_accepted=True), by=OFFICER)
    assert added.expired_accepted


def test_where_the_policy_asks_for_validity_knowing_better_does_not_help(sidr: Scenario) -> None:
    assert opened(sidr).refused(replace(YESTERDAYS, expired_accepted=True), by=OFFICER) == "evidence_out_of_date"


def test_a_last_day_is_kept_in_the_calendar_it_was_entered_in(sidr: Scenario) -> None:
    (added,) = opened(sidr).when(brought(ITEMS[0], valid_until_hijri="1447-10-01"), by=OFFICER)
    assert (added.valid_until, added.valid_until_hijri) == (date(2026, 3, 20), "1447-10-01")
    (item,) = sidr.ask(ReadRequest(request_id=REQUEST), by=OFFICER).evidence
    assert item.valid_until_hijri == "1447-10-01"


def test_a_last_day_that_does_not_exist_or_contradicts_itself_is_refused(sidr: Scenario) -> None:
    opened(sidr)
    assert sidr.refused(brought(ITEMS[0], valid_until_hijri="1447-10-30"), by=OFFICER) == "no_such_day"
    both = brought(ITEMS[0], valid_until_hijri="1447-10-01", valid_until=date(2026, 3, 21))
    assert sidr.refused(both, by=OFFICER) == "calendars_disagree"


def test_an_item_valid_on_the_day_of_submission_stays_valid_for_completion(sidr: Scenario) -> None:
    with_evidence(sidr).given(brought(ITEMS[0], valid_until=date(2026, 3, 15)), by=OFFICER)
    sidr.given(request.MatchEvidence(request_id=REQUEST, item_code=ITEMS[0]), by=OFFICER)
    sidr.given(signature(data_revision=4), EXPLAIN, SUBMIT, by=OFFICER)
    assert at(sidr, date(2026, 3, 17)).when(COMPLETE, by=OFFICER)


def test_an_unmatched_item_blocks_completion_where_the_policy_asks_for_matching(sidr: Scenario) -> None:
    with_evidence(sidr).given(brought(ITEMS[0]), signature(data_revision=4), EXPLAIN, SUBMIT, by=OFFICER)
    assert sidr.refused(COMPLETE, by=OFFICER) == "evidence_unmatched"


def test_kadi_does_not_ask_for_matching(kadi: Scenario) -> None:
    with_evidence(kadi).given(brought(ITEMS[0]), signature(data_revision=4), EXPLAIN, SUBMIT, by=OFFICER)
    kadi.given(agreement(), by=OFFICER)
    assert kadi.when(COMPLETE, by=OFFICER)


def test_kadi_needs_an_agreed_means_of_contact_and_the_criteria_handed_over(kadi: Scenario) -> None:
    opened(kadi).given(*(brought(item) for item in ITEMS), by=OFFICER)
    kadi.given(signature(), EXPLAIN, SUBMIT, by=OFFICER)
    assert kadi.refused(COMPLETE, by=OFFICER) == "criteria_not_given"
    kadi.given(request.ProvideCriteria(request_id=REQUEST, medium="printed"), by=OFFICER)
    assert kadi.refused(COMPLETE, by=OFFICER) == "contact_not_agreed"
    kadi.given(agreement(), by=OFFICER)
    assert kadi.when(COMPLETE, by=OFFICER)


def test_a_rejected_item_is_missing_until_it_is_brought_again(sidr: Scenario) -> None:
    submitted(sidr)
    sidr.given(
        request.RejectEvidence(request_id=REQUEST, item_code=ITEMS[0], reason_code="unreadable"),
        request.RequestInformation(request_id=REQUEST, items=(ITEMS[0],)),
        by=OFFICER,
    )
    supply = request.SupplyInformation(request_id=REQUEST, items=(ITEMS[0],))
    assert sidr.refused(request.SupplyInformation(request_id=REQUEST, items=()), by=OFFICER) == "not_what_was_asked"
    _added, voided = sidr.when(brought(ITEMS[0]), by=OFFICER)
    assert isinstance(voided, events.DeclarationInvalidated)
    sidr.given(supply, by=OFFICER)
    assert sidr.refused(SUBMIT, by=OFFICER) == "declaration_void"


def test_changed_data_voids_the_signature_in_the_same_append_and_asks_for_a_new_one(sidr: Scenario) -> None:
    submitted(sidr)
    corrected, voided = sidr.when(
        register.CorrectBeneficiaryData(beneficiary_id=FATIMA, basis="document", profile=Profile(name="فاطمة")),
        by=OFFICER,
    )
    assert corrected.fields_changed == ("profile",)
    assert voided == events.DeclarationInvalidated(data_revision=4)
    assert sidr.refused(COMPLETE, by=OFFICER) == "wrong_stage"
    assert sidr.refused(SUBMIT, by=OFFICER) == "declaration_void"
    sidr.given(signature(data_revision=4), SUBMIT, COMPLETE, by=OFFICER)


def test_a_complete_request_keeps_its_signature_when_data_is_corrected_later(sidr: Scenario) -> None:
    correction = register.CorrectBeneficiaryData(beneficiary_id=FATIMA, basis="x", profile=Profile(name="فاطمة"))
    (corrected,) = completed(sidr).when(correction, by=OFFICER)
    assert corrected.data_revision == 2


def test_a_signature_is_over_the_data_as_it_is_now(sidr: Scenario) -> None:
    assert with_evidence(sidr).refused(signature(data_revision=2), by=OFFICER) == "data_changed"


def test_a_signature_on_paper_says_where_the_paper_lies(sidr: Scenario) -> None:
    with_evidence(sidr)
    assert sidr.refused(signature(method="wet_ink"), by=OFFICER) == "paper_location_missing"
    (signed,) = sidr.when(signature(method="wet_ink", paper_location="shelf 4"), by=OFFICER, ref=AMAL)
    assert (signed.verified_by, signed.on_behalf_of) == (AMAL, None)


def test_a_copy_of_a_document_needs_a_basis_and_a_day_of_destruction(sidr: Scenario) -> None:
    opened(sidr)
    assert sidr.refused(brought(ITEMS[0], document="scan"), by=OFFICER) == "copy_without_basis"
    kept = brought(ITEMS[0], document="scan", copy_basis="law", destroy_on=date(2027, 1, 1))
    (added,) = sidr.when(kept, by=OFFICER)
    assert added.document is not None


def test_only_what_the_service_asks_for_is_collected(sidr: Scenario) -> None:
    assert opened(sidr).refused(brought("bank_statement"), by=OFFICER) == "item_not_required"


def test_an_outreach_request_is_confirmed_and_signed_before_it_is_submitted(sidr: Scenario) -> None:
    sidr.given(registration(), opening(origin="outreach"), by=SOCIAL_WORKER)
    sidr.given(signature(data_revision=1), EXPLAIN, by=OFFICER)
    assert sidr.refused(SUBMIT, by=OFFICER) == "outreach_not_confirmed"
    sidr.given(request.ConfirmOutreach(request_id=REQUEST, confirmed_by=FATIMA), SUBMIT, by=OFFICER)


def test_kadis_text_has_no_outreach_and_no_social_research(kadi: Scenario) -> None:
    kadi.given(registration(), by=OFFICER)
    assert kadi.refused(opening(origin="outreach"), by=OFFICER) == "not_in_policy"
    kadi.given(opening(), by=OFFICER)
    command = request.ReferToSocialResearch(request_id=REQUEST, reason_code="unclear")
    assert kadi.refused(command, by=OFFICER) == "not_in_policy"


def test_a_request_waits_with_social_research_until_the_procedures_are_clear(sidr: Scenario) -> None:
    opened(sidr).given(request.ReferToSocialResearch(request_id=REQUEST, reason_code="unclear"), by=OFFICER)
    assert sidr.refused(signature(data_revision=1), by=OFFICER) == "wrong_stage"
    sidr.given(request.ClarifyProcedures(request_id=REQUEST), by=RESEARCHER)
    sidr.given(signature(data_revision=1), by=OFFICER)


def test_questions_in_review_do_not_move_the_window(kadi: Scenario) -> None:
    under_review(kadi)
    asked = FurtherInformationRequested(review_id="review-1", request_id=REQUEST, items=("lease",))
    assert len(kadi.told(asked)) == 1
    assert kadi.told(asked) == ()
    (supplied,) = kadi.when(request.SupplyInformation(request_id=REQUEST, items=("lease",)), by=OFFICER)
    assert supplied.in_review is True
    assert len(kadi.told(decided())) == 1


@pytest.mark.parametrize("channel", ["fax", "05 01234567"])
def test_a_channel_that_is_not_the_associations_is_refused_on_record_and_takes_no_number(
    sidr: Scenario, channel: str
) -> None:
    sidr.given(registration(), by=OFFICER)
    assert sidr.refused(opening(channel=channel), by=OFFICER) == "channel_not_permitted"
    said = "fax" if channel == "fax" else "other"
    assert sidr.facts()[-1] == ChannelRefused(channel=said, attempted="OpenSupportRequest")
    assert sidr.refused(SUBMIT, by=OFFICER) == "no_such_support_request"
    assert sidr.when(opening(), by=OFFICER)[1].number == "SD-1447-0001"


def test_an_unpublished_service_cannot_be_asked_for(sidr: Scenario) -> None:
    sidr.given(registration(), by=OFFICER)
    assert sidr.refused(opening(service_code="holiday"), by=OFFICER) == "unknown_service"


def test_a_request_of_another_beneficiary_is_not_signed_with_his_key(sidr: Scenario) -> None:
    with_evidence(sidr)
    assert sidr.refused(signature(beneficiary_id="beneficiary-other"), by=OFFICER) == "another_beneficiary"


def test_people_act_on_their_own_requests_only(sidr: Scenario) -> None:
    opened(sidr)
    assert sidr.refused(brought(ITEMS[0]), by="beneficiary", ref="beneficiary-other") == "not_permitted"
    assert sidr.when(brought(ITEMS[0]), by="beneficiary", ref=FATIMA)
    assert sidr.refused(signature(data_revision=2), by="guardian", ref="guardian-other") == "not_permitted"
