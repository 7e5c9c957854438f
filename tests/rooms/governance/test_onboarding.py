"""An association joins by one file, and nothing but the file says who it is."""

from __future__ import annotations

import hashlib

import pytest

from services.governance.application.questions.acknowledgements import ListAcknowledgements
from services.governance.application.questions.association import ListChannels, ReadAssociation
from services.governance.application.questions.catalogue import ListServices
from services.governance.application.questions.findings import ListFindings
from services.governance.application.questions.policy import ListPolicyVersions, ReadClauses, ReadPolicy
from services.governance.application.questions.tools import ListTools
from services.governance.domain.commands.association import CompleteOnboarding
from shared.application.case_steps import ReadCase
from shared.application.standing import ReadStanding
from shared.contracts import governance as said
from shared.domain.refusals import NotFound, Refused
from tests.rooms.governance.stage import FIVE, POLICIES, Governance, officer


@pytest.mark.parametrize("association", FIVE)
def test_loading_the_same_file_again_changes_nothing(governance: Governance, association: str) -> None:
    governance.load(association)
    head = governance.log.head(association)
    governance.load(association)
    assert governance.log.head(association) == head


def test_loading_again_a_year_later_changes_nothing(governance: Governance) -> None:
    governance.load("sidr")
    head = governance.log.head("sidr")
    governance.clock.move_to(governance.clock.now().replace(year=2028))
    governance.load("sidr")
    assert governance.log.head("sidr") == head


@pytest.mark.parametrize(
    "association, prefix", [("sidr", "SD"), ("israr", "IS"), ("kadi", "KD"), ("kayan", "KY"), ("basmat", "BS")]
)
def test_serial_numbers_begin_with_the_association(five: Governance, association: str, prefix: str) -> None:
    assert five.ask(ReadAssociation(), officer(association)).case_prefix == prefix


@pytest.mark.parametrize("association, count", [("sidr", 4), ("israr", 4), ("kadi", 5), ("kayan", 2), ("basmat", 4)])
def test_the_tools_are_those_the_policy_names_listed_but_not_uploaded(
    five: Governance, association: str, count: int
) -> None:
    tools = five.ask(ListTools(), officer(association)).tools
    assert [(tool.version, tool.file_sha256, tool.basis) for tool in tools] == [(0, None, "policy")] * count


@pytest.mark.parametrize(
    "association, has, lacks",
    [
        ("sidr", "branch_delegate", "fax"),
        ("israr", "branch_delegate", "fax"),
        ("kadi", "fax", "branch_delegate"),
        ("kayan", "field_visit", "fax"),
        ("basmat", "website", "field_visit"),
    ],
)
def test_each_association_has_its_own_channels(five: Governance, association: str, has: str, lacks: str) -> None:
    codes = {channel.code for channel in five.ask(ListChannels(), officer(association)).channels}
    assert has in codes
    assert lacks not in codes


@pytest.mark.parametrize(
    "association, approval",
    [
        ("basmat", "approved"),
        ("israr", "approval_heading_empty"),
        ("sidr", "in_force_approval_unrecorded"),
        ("kadi", "in_force_approval_unrecorded"),
        ("kayan", "in_force_approval_unrecorded"),
    ],
)
def test_approved_is_said_only_where_the_text_says_when_and_by_whom(
    five: Governance, association: str, approval: str
) -> None:
    (version,) = five.ask(ListPolicyVersions(), officer(association)).versions
    assert (version.stage, version.approval) == ("in_force", approval)
    policy = five.ask(ReadPolicy(), officer(association))
    assert policy.approval == approval


def test_basmat_keeps_both_dates_as_stated_and_one_finding_that_they_disagree(five: Governance) -> None:
    (version,) = five.ask(ListPolicyVersions(), officer("basmat")).versions
    stated = (version.meeting_no, version.date_hijri_as_stated, version.date_gregorian_as_stated)
    assert stated == (3, "1445-05-03", "2023-11-16")
    findings = five.ask(ListFindings(), officer("basmat")).findings
    (mismatch,) = [finding for finding in findings if finding.kind == "date_mismatch"]
    assert mismatch.is_open
    assert "1445-05-02" in mismatch.interpretation


@pytest.mark.parametrize("association, count", [("sidr", 9), ("israr", 10), ("kadi", 10), ("kayan", 11), ("basmat", 9)])
def test_every_ambiguity_of_the_text_is_an_open_finding(five: Governance, association: str, count: int) -> None:
    findings = five.ask(ListFindings(), officer(association)).findings
    assert sum(finding.kind == "ambiguity" and finding.is_open for finding in findings) == count


def test_kayan_asks_nine_seats_and_none_has_signed(five: Governance) -> None:
    asked = five.ask(ListAcknowledgements(version=1), officer("kayan")).acknowledgements
    assert [row.seat_id for row in asked] == [f"seat-{number}" for number in range(1, 10)]
    assert {row.stage for row in asked} == {"requested"}


def test_the_contract_of_kadi_reads_its_own_text(five: Governance) -> None:
    (policy,) = [each for each in five.said("kadi") if isinstance(each, said.PolicyVersionPutInForce)]
    assert (policy.window.max_count, policy.window.max_unit, policy.window.interpretation) == (
        15,
        "working_day",
        "literal",
    )
    assert policy.window.min_count is None
    assert policy.reviewing_body.kind == "administrative_unit"
    assert policy.agreed_channel_required
    assert not policy.data_matching_required
    assert not policy.social_research_referral
    assert policy.complaints.technical_support
    assert policy.compensation_stated
    assert not policy.outreach
    locators = {clause.topic: clause.locator for clause in policy.clauses}
    assert locators["completeness"] == "art. 3(3)ت"
    assert locators["explain_referral"] == "art. 3(3)ج"
    assert locators["response_window"] == "art. 3(3)ح"
    assert "social_research" not in locators


@pytest.mark.parametrize(
    ("tenant", "locator"),
    [
        ("sidr", "detailed objectives 6.3"),
        ("israr", "detailed objectives 6.3"),
        ("kadi", "art. 3(8)"),
        ("kayan", "steps 10"),
        ("basmat", "detailed objectives 6.3"),
    ],
)
def test_guardians_act_for_minors_everywhere_and_feedback_has_its_own_clause(
    five: Governance, tenant: str, locator: str
) -> None:
    (policy,) = [each for each in five.said(tenant) if isinstance(each, said.PolicyVersionPutInForce)]
    clause = policy.clause("feedback")
    assert clause is not None
    assert clause.locator == locator
    assert policy.minors_need_guardian


def test_the_contract_of_kayan_reads_its_own_text(five: Governance) -> None:
    (policy,) = [each for each in five.said("kayan") if isinstance(each, said.PolicyVersionPutInForce)]
    assert (policy.window.min_count, policy.window.min_unit, policy.window.interpretation) == (
        14,
        "calendar_day",
        "literal_minimum",
    )
    assert policy.sensitive_register
    assert policy.case_file_required
    assert policy.acknowledgement_required
    assert policy.feedback_stages[0] == "reception"
    assert not policy.approval_recorded
    assert policy.clause("stage_feedback") is not None


def test_only_what_is_ruled_has_a_clause(five: Governance) -> None:
    for association in FIVE:
        clauses = five.ask(ReadClauses(), officer(association)).clauses
        assert len({clause.topic for clause in clauses}) == len(clauses)
        assert {"channels", "tools", "declaration", "response_window", "reviewing_body"} <= {
            clause.topic for clause in clauses
        }


def test_it_is_known_from_which_file_an_association_was_loaded(governance: Governance) -> None:
    governance.load("sidr")
    sha256 = hashlib.sha256((POLICIES / "sidr.yaml").read_bytes()).hexdigest()
    assert governance.ask(ReadAssociation(), officer("sidr")).onboarded_from == sha256
    with pytest.raises(Refused):
        governance.tell(CompleteOnboarding(file_sha256="0" * 64), officer("sidr"))


def test_a_newcomer_can_open_a_request_on_the_first_day(five: Governance) -> None:
    standing = five.ask(ReadStanding(), officer("sidr"))
    assert standing.policy_version == "sidr-brp/1"
    assert standing.settings_version == 1
    assert standing.calendar_version == "SA-2026.1"
    assert standing.service_codes == ("support",)


def test_the_policy_s_own_history_names_its_clauses(five: Governance) -> None:
    case = five.ask(ReadCase(case_id="basmat-brp"), officer("basmat"))
    approved = next(step for step in case.steps if step.type == "PolicyApproved")
    assert (approved.actor_ref, approved.clause) == ("onboarding-recorder", "board approval")
    assert any(state.kind == "policy" for state in case.states)


def test_none_can_read_another_s(governance: Governance) -> None:
    governance.load("sidr")
    with pytest.raises(NotFound):
        governance.ask(ReadAssociation(), officer("kadi"))


def test_an_association_with_rules_of_its_own_is_another_file_and_no_code(governance: Governance) -> None:
    text = (POLICIES / "kadi.yaml").read_text("utf-8")
    text = text.replace("id: kadi", "id: rawabi").replace("count: 15", "count: 10").replace("kadi-brp", "rawabi-brp")
    text += """
---
schema: tenant-settings/v1
tenant_id: rawabi
case_prefix: RWB
working_calendar: {weekend: [fri], make_up_days_are_off: false, calendar_version: RW-2026.1}
quorum: {research_committee: 3}
service_targets: {complaint_days: 20}
four_eyes_waivers: [policy]
digits: arab
---
schema: tenant-services/v1
services:
  - code: training
    name: {en: "Training", ar: "التدريب"}
    required_items: [identity_sighted, {code: diploma, en: "Diploma", ar: "شهادة"}]
"""
    governance.load_text(text.encode())
    known = governance.ask(ReadAssociation(), officer("rawabi"))
    assert (known.case_prefix, known.window.max_count, known.service_codes) == ("RWB", 10, ("training",))
    (training,) = governance.ask(ListServices(), officer("rawabi")).services
    assert training.required_items == ("identity_sighted", "diploma")
    assert [(one.item_code, one.name.ar) for one in training.item_names] == [("diploma", "شهادة")]
    settings = known.settings
    assert (settings.quorum, settings.complaint_days, settings.digits) == (3, 20, "arab")
    (calendar,) = [each for each in governance.said("rawabi") if isinstance(each, said.WorkingCalendarPublished)]
    assert (calendar.calendar_version, calendar.weekend) == ("RW-2026.1", ("fri",))


def test_a_window_read_as_a_maximum_needs_its_resolution_and_makes_the_next_version(governance: Governance) -> None:
    policy = (POLICIES / "sidr.yaml").read_text("utf-8")
    settings = """
---
schema: tenant-settings/v1
tenant_id: sidr
window: {interpretation: maximum_by_board_resolution, resolution_ref: "7/1447"}
"""
    with pytest.raises(Refused) as refusal:
        governance.load_text((policy + settings.replace(', resolution_ref: "7/1447"', "")).encode())
    assert "window.resolution_ref" in refusal.value.en
    assert governance.log.head("sidr") == 0
    governance.load_text((policy + settings).encode())
    known = governance.ask(ReadAssociation(), officer("sidr"))
    assert (known.policy_version, known.window.interpretation) == ("sidr-brp/2", "maximum_by_board_resolution")
    stages = [row.stage for row in governance.ask(ListPolicyVersions(), officer("sidr")).versions]
    assert stages == ["superseded", "in_force"]
