"""What bad input gets: a stable code in both languages, nothing lost, nothing half done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from gateways.client import PlatformClient
from gateways.rehearsal.looking import request
from gateways.rehearsal.opening import bring, open_and_complete, receive
from gateways.rehearsal.people import staff
from gateways.rehearsal.reviewing import review
from gateways.rehearsal.story import Story
from shared.domain.actor import Actor
from shared.domain.refusals import Conflict, Forbidden, NotFound, Refused, SanadError
from shared.identity import issue
from tests.journeys.conftest import Stage


def code_of(call: Callable[[], Any]) -> str:
    with pytest.raises(SanadError) as refused:
        call()
    assert refused.value.en
    assert any("؀" <= letter <= "ۿ" for letter in refused.value.ar)
    return refused.value.code


def head(stage: Stage, tenant: str) -> int:
    told: int = stage.client.ask(staff(tenant, "officer-1"), "intake.ReadStanding", {})["head"]
    return told


def post(client: PlatformClient, path: str, token: str, body: bytes) -> httpx.Response:
    headers = {"Sanad-Command-Id": str(uuid4())} | ({"Authorization": f"Bearer {token}"} if token else {})
    return httpx.post(f"{client.url}{path}", headers=headers, content=body, timeout=30)


def opened(story: Story) -> Story:
    receive(story)
    service = story.ask("officer-1", "intake.ReadStanding")["service_codes"][0]
    words = {"beneficiary_id": story.id("beneficiary"), "service_code": service, "channel": story.applicant().visits_by}
    story.on_request("officer-1", "OpenSupportRequest", "", **words)
    return story


def signed(story: Story) -> None:
    words = {"signed_by": story.id("beneficiary"), "method": "in_person", "signed_content": "إقرار"}
    revision = request(story)["data_revision"]
    beneficiary = story.id("beneficiary")
    story.on_request("officer-1", "SignDeclaration", "", beneficiary_id=beneficiary, data_revision=revision, **words)


def test_fax_is_refused_at_sidr_and_welcome_at_kadi(stage: Stage) -> None:
    for tenant, welcome in (("sidr", False), ("kadi", True)):
        words = {"reception_id": str(uuid4()), "channel": "fax"}

        def come(tenant: str = tenant, words: dict[str, Any] = words) -> Any:
            return stage.client.tell(staff(tenant, "officer-1"), "intake.ReceiveVisitor", words)

        if welcome:
            assert come()["first_position"] > 0
        else:
            assert code_of(come) == "channel_not_permitted"


def test_an_unknown_association_is_refused(stage: Stage) -> None:
    stranger = Actor(tenant="nowhere", kind="staff", ref="s", roles=frozenset({"beneficiary_relations_officer"}))
    words = {"reception_id": str(uuid4()), "channel": "interview"}
    assert code_of(lambda: stage.client.tell(stranger, "intake.ReceiveVisitor", words)) == "unknown_association"


def test_an_incomplete_request_is_not_completed_and_nothing_is_stored(stage: Stage) -> None:
    story = opened(stage.story("sidr"))
    before = head(stage, "sidr")
    for name in ("SubmitSupportRequest", "CompleteSupportRequest"):
        code_of(lambda name=name: story.on_request("officer-1", name, ""))  # type: ignore[misc]
    assert head(stage, "sidr") == before


def test_expired_evidence_blocks_completion(stage: Stage) -> None:
    story = opened(stage.story("basmat"))
    story.on_request("officer-1", "ProvideCriteria", "", medium="shown")
    items = request(story)["missing_items"]
    for item in items[1:]:
        bring(story, item)
    past, last = ((stage.client.now() + timedelta(days=days)).date().isoformat() for days in (-2, 1))
    words = {"beneficiary_id": story.id("beneficiary"), "item_code": items[0]}
    asked = lambda: story.on_request("officer-1", "AddEvidence", "", **words, valid_until=past)  # noqa: E731
    assert code_of(asked) == "evidence_out_of_date"
    story.on_request("officer-1", "AddEvidence", "", **words, valid_until=last)
    story.on_request("officer-1", "MatchEvidence", "", item_code=items[0])
    story.pass_time(hours=72)
    signed(story)
    story.on_request("officer-1", "ExplainProcess", "")
    story.on_request("officer-1", "SubmitSupportRequest", "")
    assert code_of(lambda: story.on_request("officer-1", "CompleteSupportRequest", "")) == "evidence_expired"


def test_data_changed_after_the_signature_asks_for_a_new_one(stage: Stage) -> None:
    story = opened(stage.story("israr"))
    signed(story)
    for item in request(story)["missing_items"]:
        bring(story, item)
    story.on_request("officer-1", "ExplainProcess", "")
    assert code_of(lambda: story.on_request("officer-1", "SubmitSupportRequest", "")) == "declaration_void"
    signed(story)
    story.on_request("officer-1", "SubmitSupportRequest", "")


def test_a_reply_before_its_time_is_refused_until_somebody_else_authorises_it(stage: Stage) -> None:
    story = stage.story("kayan")
    receive(story)
    open_and_complete(story)
    review(story)
    story.wait("the decision", lambda: request(story)["stage"] == "decided")
    channel = {"channel": story.applicant().agreed_on}
    assert story.refused("officer-1", "intake.CommunicateDecision", request_id=story.request_id, **channel) == (
        "reply_before_window"
    )
    story.on_request("director-1", "AuthorizeEarlyReply", "", reason_code="urgent")
    story.on_request("officer-1", "CommunicateDecision", "", **channel)
    assert request(story)["stage"] == "replied"


def test_a_decision_without_reasons_or_by_one_who_handled_the_request_is_refused(stage: Stage) -> None:
    story = stage.story("kadi")
    receive(story)
    open_and_complete(story)
    found = story.wait(
        "the review", lambda: story.ask("secretary-1", "committee.ReadReview", request_id=story.request_id)
    )
    decision = {
        "review_id": found["review_id"],
        "beneficiary_id": story.id("beneficiary"),
        "outcome": "approved",
        "reason_codes": [],
        "reasons": "",
    }
    both = Actor(tenant="kadi", kind="staff", ref="officer-1", roles=frozenset({"reviewing_member"}))
    study = {"review_id": found["review_id"], "beneficiary_id": story.id("beneficiary"), "study": "دراسة"}
    story.tell("member-1", "committee.RecordStudy", "", **study, recommendation_code="approve")
    member = staff("kadi", "member-1")
    assert code_of(lambda: stage.client.tell(member, "committee.RecordDecision", decision)) == "reasons_missing"
    reasoned = decision | {"reason_codes": ["need_established"], "reasons": "ثبتت الحاجة"}
    code = code_of(lambda: stage.client.tell(both, "committee.RecordDecision", reasoned))
    assert code != "reasons_missing"


def test_a_recused_member_does_not_vote_and_without_him_there_is_no_quorum(stage: Stage) -> None:
    story, tenant = stage.story("basmat"), "basmat"
    receive(story)
    open_and_complete(story)
    found = story.wait(
        "the review", lambda: story.ask("secretary-1", "committee.ReadReview", request_id=story.request_id)
    )
    review_id, session = found["review_id"], story.id("a session")
    governor = Actor(tenant=tenant, kind="staff", ref="governor-1", roles=frozenset({"governance_officer"}))
    now = stage.client.ask(governor, "governance.ReadAssociation", {})
    changed = {"settings": now["settings"] | {"quorum": 2}, "resolution_ref": None}
    stage.client.tell(governor, "governance.ChangeTenantSettings", changed)
    version = now["settings_version"] + 1
    story.wait("it", lambda: story.ask("secretary-1", "committee.ReadStanding")["settings_version"] == version)
    about = {"review_id": review_id, "beneficiary_id": story.id("beneficiary")}
    story.tell("member-1", "committee.RecordStudy", "", **about, study="دراسة", recommendation_code="approve")
    members, present = ["member-1", "member-2", "member-3"], ["member-1", "member-3"]
    now_ = stage.client.now()
    starts_at, today = (now_ + timedelta(hours=1)).isoformat(), now_.date().isoformat()
    story.tell("secretary-1", "committee.ScheduleSession", "", session_id=session, starts_at=starts_at,
               member_refs=members)  # fmt: skip
    story.tell("secretary-1", "committee.PlaceOnAgenda", "", review_id=review_id, session_id=session)
    story.tell("member-3", "committee.DeclareConflict", "", review_id=review_id, member_ref="member-3")
    story.tell("secretary-1", "committee.HoldSession", "", session_id=session, held_on=today, members_present=present)
    vote = {"review_id": review_id, "vote": "approve"}
    assert story.refused("member-3", "committee.CastVote", **vote, member_ref="member-3") == "recused"
    story.tell("member-1", "committee.CastVote", "", **vote, member_ref="member-1")
    decision = {"outcome": "approved", "reason_codes": ["need_established"], "reasons": "ثبتت الحاجة"}
    assert story.refused("secretary-1", "committee.RecordDecision", **about, **decision) == "quorum_not_met"
    told = [step["type"] for step in story.history()["steps"]]
    assert told.count("VoteRefused") == 1
    assert "RequestApproved" not in told
    stage.client.tell(
        governor, "governance.ChangeTenantSettings", {"settings": now["settings"], "resolution_ref": None}
    )
    story.wait("it", lambda: story.ask("secretary-1", "committee.ReadStanding")["settings_version"] == version + 1)


def test_a_command_id_is_not_good_for_another_command(stage: Stage) -> None:
    command_id, officer = uuid4(), staff("kadi", "officer-1")
    first = {"reception_id": str(uuid4()), "channel": "interview"}
    receipt = stage.client.tell(officer, "intake.ReceiveVisitor", first, command_id)
    again = stage.client.tell(officer, "intake.ReceiveVisitor", first, command_id)
    assert (again["first_position"], again["repeated"]) == (receipt["first_position"], True)
    other = {"reception_id": str(uuid4()), "channel": "fax"}
    with pytest.raises(Conflict, match="command_id_reused"):
        stage.client.tell(officer, "intake.ReceiveVisitor", other, command_id)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"reception_id": ', "malformed_json"),
        (b'{"reception_id": 5, "channel": "interview"}', "wrong_type"),
        (b'{"reception_id": "x", "channel": "interview", "surprise": 1}', "unknown_field"),
        (b'{"channel": "interview"}', "missing_field"),
        (b'{"channel": "' + b"x" * 10_000_000 + b'"}', "too_large"),
    ],
    ids=["malformed", "wrong type", "unknown field", "missing field", "ten megabytes"],
)
def test_words_that_make_no_command_are_refused_with_a_reason(stage: Stage, body: bytes, code: str) -> None:
    token = stage.client.token(staff("kadi", "officer-1"))
    before = head(stage, "kadi")
    answer = post(stage.client, "/v1/tell/intake.ReceiveVisitor", token, body)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == code
    assert set(answer.json()["message"]) == {"ar", "en"}
    assert head(stage, "kadi") == before


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"identity": {"kind": "national_id", "number": "1900000000"}}, "checksum"),
        ({"identity": {"kind": "national_id", "number": "19"}}, "length"),
        ({"identity": {"kind": "national_id", "number": "19000000x9"}}, "not_digits"),
        ({"identity": {"kind": "iqama", "number": "3900000009"}}, "first_digit"),
        (
            {"profile": {"name": "مثال", "birth": {"calendar": "hijri", "year": 1447, "month": 2, "day": 30}}},
            "no_such_day",
        ),
        (
            {"profile": {"name": "مثال", "birth": {"calendar": "hijri", "year": 1200, "month": 1, "day": 1}}},
            "date_out_of_range",
        ),
    ],
)
def test_numbers_and_days_that_cannot_be_are_refused_without_repeating_them(
    stage: Stage, changed: dict[str, Any], code: str
) -> None:
    words = {
        "beneficiary_id": str(uuid4()),
        "kind": "person",
        "profile": {"name": "مثال"},
        "identity": None,
        "contact_points": [],
    } | changed
    with pytest.raises(Refused) as refused:
        stage.client.tell(staff("kadi", "officer-1"), "intake.RegisterBeneficiary", words)
    assert refused.value.code == code
    assert "1900000000" not in str(refused.value)


def test_another_associations_ids_do_not_exist_here(stage: Stage) -> None:
    story = opened(stage.story("sidr"))
    with pytest.raises(NotFound, match="no_such_support_request"):
        stage.client.ask(staff("kadi", "officer-1"), "intake.ReadRequest", {"request_id": story.request_id})
    with pytest.raises(NotFound):
        words = {"request_id": story.request_id, "medium": "shown"}
        stage.client.tell(staff("kadi", "officer-1"), "intake.ProvideCriteria", words)


def test_a_token_is_asked_for_checked_and_grows_old(stage: Stage) -> None:
    officer, body = staff("kadi", "officer-1"), b'{"reception_id": "x", "channel": "interview"}'
    now, key = stage.client.now(), stage.client._key
    old = issue(officer, key, now - timedelta(hours=1))
    good = issue(officer, key, now)
    forged = good[:-6] + ("AAAAAA" if not good.endswith("AAAAAA") else "BBBBBB")
    for token, code in (("", "token_missing"), (old, "token_expired"), (forged, "token_forged")):
        answer = post(stage.client, "/v1/tell/intake.ReceiveVisitor", token, body)
        assert (answer.status_code, answer.json()["code"]) == (401, code)


def test_a_role_is_needed(stage: Stage) -> None:
    words = {"reception_id": str(uuid4()), "channel": "interview"}
    with pytest.raises(Forbidden, match="not_permitted"):
        stage.client.tell(staff("kadi", "auditor-1"), "intake.ReceiveVisitor", words)


@pytest.mark.parametrize("field", ["reception_id", "channel"])
@pytest.mark.parametrize("word", ["منى بنت مثال", "1900000009", "Mona Example"])
def test_words_about_a_person_are_no_codes_and_no_ids(stage: Stage, field: str, word: str) -> None:
    words = {"reception_id": str(uuid4()), "channel": "interview"} | {field: word}
    with pytest.raises(Refused, match="not_a_code") as refused:
        stage.client.tell(staff("kadi", "officer-1"), "intake.ReceiveVisitor", words)
    assert word not in str(refused.value)


@pytest.mark.parametrize(("tenant", "offered"), [("sidr", True), ("kadi", False)])
def test_social_research_is_offered_only_where_the_policy_knows_it(stage: Stage, tenant: str, offered: bool) -> None:
    story = opened(stage.story(tenant))
    assert ("ReferToSocialResearch" in request(story)["next_commands"]) == offered
    if not offered:
        code = code_of(lambda: story.on_request("officer-1", "ReferToSocialResearch", "", reason_code="unclear"))
        assert code == "not_in_policy"
