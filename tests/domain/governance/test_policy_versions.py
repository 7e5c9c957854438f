"""How a policy lives: drafted, approved by two people, in force, read otherwise, superseded."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from services.governance.application.questions.policy import (
    ListPolicyVersions,
    ReadPolicy,
    ReadTextOfRecord,
)
from services.governance.domain.commands.policy import (
    AmendPolicy,
    ClosePolicyReview,
    DraftPolicy,
    OpenPolicyReview,
    PutPolicyInForce,
    RecordFinding,
    ResolveFinding,
    ReturnPolicy,
    SetWindowInterpretation,
    SubmitPolicyForApproval,
    UploadTextOfRecord,
    WithdrawPolicy,
)
from shared.contracts import governance as said
from tests.domain.governance.scene import Scene

Join = Callable[[str], Scene]


def test_an_amendment_makes_the_next_version_and_leaves_the_old_one_readable(joined: Join) -> None:
    sidr = joined("sidr")
    before = sidr.ask(ReadPolicy(version=1)).document
    sidr.amended(2)
    assert sidr.ask(ReadPolicy()).version == 2
    assert sidr.ask(ReadPolicy(version=1)).document == before
    assert [row.stage for row in sidr.ask(ListPolicyVersions()).versions] == ["superseded", "in_force"]


def test_versions_have_no_gaps(joined: Join) -> None:
    sidr = joined("sidr")
    command = AmendPolicy(policy_id="sidr-brp", version=3, document=sidr.document(3))
    assert sidr.refused(command) == "version_out_of_turn"


def test_one_draft_is_worked_on_at_a_time(joined: Join) -> None:
    sidr = joined("sidr")
    sidr.when(AmendPolicy(policy_id="sidr-brp", version=2, document=sidr.document(2)))
    assert sidr.refused(AmendPolicy(policy_id="sidr-brp", version=3, document=sidr.document(3))) == "draft_pending"


def test_a_document_of_another_association_is_refused(joined: Join) -> None:
    sidr, kadi = joined("sidr"), joined("kadi")
    command = AmendPolicy(policy_id="sidr-brp", version=2, document=kadi.document(2))
    assert sidr.refused(command) == "document_names_other_policy"


@pytest.mark.parametrize("document", ["", "[]", "7", "{", '{"schema": "beneficiary-relations-policy/v1"}'])
def test_what_is_no_policy_file_is_refused(joined: Join, document: str) -> None:
    command = AmendPolicy(policy_id="sidr-brp", version=2, document=document)
    assert joined("sidr").refused(command) == "association_file_invalid"


def test_a_policy_is_begun_once(joined: Join) -> None:
    sidr = joined("sidr")
    assert sidr.refused(DraftPolicy(policy_id="sidr-brp", document=sidr.document(1))) == "policy_exists"


def test_an_amendment_rules_only_once_approved(joined: Join) -> None:
    sidr = joined("sidr")
    sidr.when(AmendPolicy(policy_id="sidr-brp", version=2, document=sidr.document(2)))
    assert sidr.refused(PutPolicyInForce(policy_id="sidr-brp", version=2)) == "approval_missing"


def submitted(scene: Scene) -> None:
    scene.when(AmendPolicy(policy_id=scene.policy_id, version=2, document=scene.document(2)))
    scene.when(SubmitPolicyForApproval(policy_id=scene.policy_id, version=2, submitted_to="board_of_directors"))


def test_the_drafter_does_not_record_the_approval(joined: Join) -> None:
    sidr = joined("sidr")
    submitted(sidr)
    assert sidr.refused(sidr.approval(2)) == "four_eyes"
    assert sidr.names(sidr.approval(2), by="officer-2") == ["PolicyApproved"]


@pytest.mark.parametrize(
    "missing, code",
    [
        ({"meeting_no": None}, "approval_incomplete"),
        ({"meeting_no": 0}, "approval_incomplete"),
        ({"date_gregorian": None}, "approval_incomplete"),
        ({"body": ""}, "approval_incomplete"),
        ({"date_gregorian": "2026-02-30"}, "approval_date_invalid"),
        ({"date_hijri": "1447-13-01"}, "no_such_day"),
        ({"date_hijri": "soon"}, "not_a_date"),
        ({"date_hijri": "1200-01-01"}, "date_out_of_range"),
    ],
)
def test_an_approval_without_its_particulars_is_refused(joined: Join, missing: dict[str, object], code: str) -> None:
    sidr = joined("sidr")
    submitted(sidr)
    assert sidr.refused(sidr.approval(2, **missing), by="officer-2") == code


def test_dates_that_agree_raise_no_finding(joined: Join) -> None:
    sidr = joined("sidr")
    submitted(sidr)
    command = sidr.approval(2, date_hijri="1447-08-13", date_gregorian="2026-02-01")
    assert sidr.names(command, by="officer-2") == ["PolicyApproved"]


def test_dates_that_disagree_stay_as_stated_and_are_a_finding(joined: Join) -> None:
    sidr = joined("sidr")
    submitted(sidr)
    approved, mismatch = sidr.when(sidr.approval(2, date_hijri="1447-08-14"), by="officer-2")
    assert (approved.date_hijri_as_stated, approved.date_gregorian_as_stated) == ("1447-08-14", "2026-02-01")
    assert mismatch.umm_al_qura_of_gregorian == "1447-08-13"


def test_an_approval_found_later_changes_what_may_be_printed(joined: Join) -> None:
    kayan = joined("kayan")
    kayan.governance.clock.move_to(kayan.governance.clock.now() + timedelta(days=40))
    assert kayan.names(kayan.approval(1)) == ["PolicyApproved", "PolicyVersionPutInForce"]
    last = [each for each in kayan.governance.said("kayan") if isinstance(each, said.PolicyVersionPutInForce)][-1]
    assert (last.version, last.approval_recorded, last.effective_on) == (1, True, date(2026, 3, 1))
    assert kayan.ask(ReadPolicy()).approval == "approved"


def test_the_signatory_s_name_stays_in_the_vault(joined: Join) -> None:
    sidr = joined("sidr")
    submitted(sidr)
    (approved,) = sidr.when(sidr.approval(2, signatory="MARKER-SIGNATORY"), by="officer-2")
    assert approved.signatory is not None
    assert all(b"MARKER-SIGNATORY" not in row.data for row in sidr.governance.rows("sidr"))


def test_a_version_does_not_rule_before_its_day(joined: Join) -> None:
    sidr = joined("sidr")
    submitted(sidr)
    sidr.when(sidr.approval(2), by="officer-2")
    early = PutPolicyInForce(policy_id="sidr-brp", version=2, effective_on=date(2026, 3, 2))
    assert sidr.refused(early) == "not_yet_effective"


def test_a_returned_draft_is_submitted_again(joined: Join) -> None:
    sidr = joined("sidr")
    submitted(sidr)
    sidr.when(ReturnPolicy(policy_id="sidr-brp", version=2, reason_code="unclear"))
    assert sidr.refused(sidr.approval(2), by="officer-2") == "wrong_stage"
    again = SubmitPolicyForApproval(policy_id="sidr-brp", version=2, submitted_to="board_of_directors")
    assert sidr.names(again) == ["PolicySubmittedForApproval"]


def test_another_reading_of_the_window_needs_its_resolution(joined: Join) -> None:
    sidr = joined("sidr")
    reading = SetWindowInterpretation(
        policy_id="sidr-brp", version=2, interpretation="maximum_by_board_resolution", resolution_ref=" "
    )
    assert sidr.refused(reading) == "resolution_required"


def test_another_reading_of_the_window_is_the_next_version(joined: Join) -> None:
    sidr = joined("sidr")
    reading = SetWindowInterpretation(
        policy_id="sidr-brp", version=2, interpretation="maximum_by_board_resolution", resolution_ref="7/1447"
    )
    assert sidr.names(reading) == ["WindowInterpretationSet", "PolicyVersionDrafted"]
    sidr.when(PutPolicyInForce(policy_id="sidr-brp", version=2))
    last = [each for each in sidr.governance.said("sidr") if isinstance(each, said.PolicyVersionPutInForce)][-1]
    assert (last.version, last.window.interpretation, last.window.min_count) == (2, "maximum_by_board_resolution", 14)
    assert not last.approval_recorded


def test_a_stated_maximum_is_not_read_as_a_minimum(joined: Join) -> None:
    reading = SetWindowInterpretation(
        policy_id="kadi-brp", version=2, interpretation="literal_minimum", resolution_ref="7/1447"
    )
    assert joined("kadi").refused(reading) == "no_window_to_read"


def test_a_finding_is_settled_by_a_resolution_and_once(joined: Join) -> None:
    sidr = joined("sidr")
    settle = ResolveFinding(policy_id="sidr-brp", code="AMB-01", interpretation="minimum", resolution_ref="")
    assert sidr.refused(settle) == "resolution_required"
    resolved = ResolveFinding(policy_id="sidr-brp", code="AMB-01", interpretation="minimum", resolution_ref="9/1447")
    assert sidr.names(resolved) == ["PolicyFindingResolved"]
    assert sidr.refused(resolved) == "no_such_finding"
    assert sidr.refused(RecordFinding(policy_id="sidr-brp", code="AMB-04")) == "finding_exists"


def test_a_version_in_force_is_withdrawn_under_review_only(joined: Join) -> None:
    sidr = joined("sidr")
    withdraw = WithdrawPolicy(policy_id="sidr-brp", version=1, reason_code="repealed")
    assert sidr.refused(withdraw) == "wrong_stage"
    assert sidr.names(OpenPolicyReview(policy_id="sidr-brp", cause="yearly")) == ["PolicyReviewOpened"]
    assert sidr.names(ClosePolicyReview(policy_id="sidr-brp", outcome="unchanged")) == ["PolicyReviewClosed"]
    sidr.when(OpenPolicyReview(policy_id="sidr-brp", cause="repeal"))
    assert sidr.names(ClosePolicyReview(policy_id="sidr-brp", outcome="withdraw")) == [
        "PolicyReviewClosed",
        "PolicyWithdrawn",
    ]


def test_what_follows_a_withdrawn_version_needs_its_approval_too(joined: Join) -> None:
    sidr = joined("sidr")
    document = sidr.document(2)
    sidr.when(OpenPolicyReview(policy_id="sidr-brp", cause="repeal"))
    sidr.when(WithdrawPolicy(policy_id="sidr-brp", version=1, reason_code="repealed"))
    sidr.when(AmendPolicy(policy_id="sidr-brp", version=2, document=document))
    assert sidr.refused(PutPolicyInForce(policy_id="sidr-brp", version=2)) == "approval_missing"


def test_the_text_of_record_comes_back_byte_for_byte(joined: Join) -> None:
    sidr = joined("sidr")
    content = bytes(range(256)) * 40
    upload = UploadTextOfRecord(policy_id="sidr-brp", version=1, content=base64.b64encode(content).decode())
    (uploaded,) = sidr.when(upload)
    assert (uploaded.byte_count, uploaded.file_sha256) == (len(content), hashlib.sha256(content).hexdigest())
    kept = sidr.ask(ReadTextOfRecord(policy_id="sidr-brp", version=1))
    assert base64.b64decode(kept.content) == content
    bad = UploadTextOfRecord(policy_id="sidr-brp", version=1, content="not base64!")
    assert sidr.refused(bad) == "content_unreadable"
