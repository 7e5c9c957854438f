"""Whoever audits is on record too: which case he read, as at which moment, and when, by whatever door he came."""

from __future__ import annotations

import re
from contextlib import closing
from typing import Any
from uuid import uuid4

import httpx
import pytest
from click.testing import CliRunner

from gateways.audit.evidence import check
from gateways.audit.replay import DOOR, ReplayCase
from gateways.audit.verifying import Proof
from gateways.cli.__main__ import main
from gateways.portal.accounts import FILE, Accounts, user_name
from gateways.portal.database import Database
from gateways.rehearsal.case import open_and_complete, receive
from gateways.rehearsal.people import staff
from gateways.rehearsal.story import Story
from shared.domain.actor import Actor
from shared.domain.refusals import Forbidden, NotFound
from shared.doors.client import Client
from tests.journeys.conftest import Stage

TENANT = "kadi"
PRIVACY = Actor(tenant=TENANT, kind="staff", ref="privacy-1", roles=frozenset({"data_protection_officer"}))


@pytest.fixture
def story(stage: Stage) -> Story:
    """A case nobody has audited yet."""
    lived = stage.story(TENANT)
    receive(lived)
    open_and_complete(lived)
    lived.settle()
    return lived


def auditor() -> Actor:
    """One nobody has heard of."""
    return Actor(tenant=TENANT, kind="staff", ref=f"auditor-{uuid4().hex}", roles=frozenset({"auditor"}))


def readings(stage: Stage, **of: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = stage.client.ask(PRIVACY, "governance.ListCaseReadings", of)["readings"]
    return told


def test_a_history_told_to_an_auditor_is_on_record_as_at_the_moment_he_asked_about(stage: Stage, story: Story) -> None:
    who, began = auditor(), stage.client.now().isoformat()
    history = stage.client.case(who, story.request_id)
    moment = history["steps"][-1]["occurred_at"]
    stage.client.case(who, story.request_id, moment)
    own = readings(stage, case_id=story.request_id, reader=who.ref)
    services = {step["service"] for step in history["steps"]}
    assert {one["service"] for one in own} <= services
    assert [one["until"] for one in own if one["service"] == "intake"] == [None, moment]
    assert all(one["read_at"] >= began[:19] for one in own)
    cases = {one["case_id"] for one in readings(stage, reader=who.ref)}
    assert cases == {story.request_id, story.id("beneficiary")}


def test_those_at_work_on_a_case_are_not_recorded_as_its_auditors(stage: Stage, story: Story) -> None:
    before = readings(stage, case_id=story.request_id)
    stage.client.case(staff(TENANT, "officer-1"), story.request_id)
    assert readings(stage, case_id=story.request_id) == before


def test_no_door_leads_past_the_record(stage: Stage, story: Story) -> None:
    """The JSON door above; here gRPC, a service asked by itself, even for links alone, and the command line."""
    case, address = story.request_id, grpc_address(stage)
    by_grpc, by_itself, by_links = auditor(), auditor(), auditor()
    with closing(Client(address, DOOR)) as door:
        door.ask(ReplayCase(case_id=case), stage.client.token(by_grpc))
    stage.client.ask(by_itself, "intake.ReadCase", {"case_id": case})
    long_ago = {"case_id": case, "until": "1990-01-01T00:00:00Z", "links": ["beneficiary_id"]}
    stage.client.ask(by_links, "intake.ReadCase", long_ago)
    options = ["--url", stage.client.url, "--keys", str(stage.folder / "keys")]
    by_command = auditor()
    told = CliRunner().invoke(main, [*options, "case", TENANT, case, "--as", f"auditor:{by_command.ref}"])
    assert told.exit_code == 0, told.output
    for who in (by_grpc, by_itself, by_links, by_command):
        assert "intake" in {one["service"] for one in readings(stage, case_id=case, reader=who.ref)}


def test_an_auditor_who_reads_the_page_is_recorded_and_an_officer_is_not(stage: Stage, story: Story) -> None:
    who = auditor()
    officer = Actor(
        tenant=TENANT, kind="staff", ref=f"officer-{uuid4().hex}", roles=frozenset({"beneficiary_relations_officer"})
    )
    for actor in (who, officer):
        page = open_page(stage, actor, f"/cases/{story.request_id}")
        assert page.status_code == 200, page.text
    assert readings(stage, case_id=story.request_id, reader=who.ref)
    assert readings(stage, case_id=story.request_id, reader=officer.ref) == []


def test_who_opened_what_is_shown_to_those_who_answer_for_it(stage: Stage, story: Story) -> None:
    reader = Actor(
        tenant=TENANT, kind="staff", ref=f"officer-{uuid4().hex}", roles=frozenset({"beneficiary_relations_officer"})
    )
    where = f"/cases/{story.request_id}/readers"
    open_page(stage, reader, f"/cases/{story.request_id}")
    assert open_page(stage, reader, where).status_code == 403
    asked = {"case_id": story.request_id, "subject_id": story.id("beneficiary")}
    told = stage.client.ask(PRIVACY, "governance.ListContentReadings", asked)["readings"]
    own = [one for one in told if one["reader"] == reader.ref and one["reason"] == "case_page"]
    assert {one["case_id"] for one in own} == {story.request_id}
    assert {"profile", "contact_points"} <= {one["category"] for one in own}
    page = open_page(stage, auditor(), where)
    assert page.status_code == 200, page.text
    assert reader.ref in page.text
    assert "الاسم والبيانات الأساسية" in page.text
    assert "مثال كادي" not in page.text


def test_whoever_takes_evidence_away_is_on_record_though_at_work_on_the_case(stage: Stage, story: Story) -> None:
    roles = {"taker": frozenset({"beneficiary_relations_officer"}), "other": frozenset({"service_provider"})}
    taker, other = (
        Actor(tenant=TENANT, kind="staff", ref=f"{name}-{uuid4().hex}", roles=of) for name, of in roles.items()
    )
    assert open_page(stage, other, f"/cases/{story.request_id}/evidence").status_code == 403
    page = open_page(stage, taker, f"/cases/{story.request_id}/evidence")
    assert check(page.content) == Proof(**page.json()["check"])
    assert "مثال كادي" not in page.text
    assert {one["case_id"] for one in readings(stage, reader=taker.ref)} == {story.request_id, story.id("beneficiary")}
    assert readings(stage, reader=other.ref) == []


def test_what_nobody_could_see_is_no_reading_and_another_association_sees_none(stage: Stage, story: Story) -> None:
    who, stranger = auditor(), Actor(tenant="sidr", kind="staff", ref="privacy-1", roles=PRIVACY.roles)
    with pytest.raises(NotFound):
        stage.client.case(who, str(uuid4()))
    assert readings(stage, reader=who.ref) == []
    stage.client.case(who, story.request_id)
    told = stage.client.ask(stranger, "governance.ListCaseReadings", {"case_id": story.request_id})
    assert told == {"readings": []}


def test_the_record_is_for_auditors_and_the_protection_officer(stage: Stage) -> None:
    stage.client.ask(auditor(), "governance.ListCaseReadings", {})
    for who in ("officer-1", "director-1"):
        with pytest.raises(Forbidden, match="not_permitted"):
            stage.client.ask(staff(TENANT, who), "governance.ListCaseReadings", {})


def grpc_address(stage: Stage) -> str:
    """The auditors' door."""
    if stage.mode == "embedded":
        address: str = stage.platform.grpc
        return address
    return f"127.0.0.1:{stage.platform.ports['audit']}"


def open_page(stage: Stage, actor: Actor, path: str) -> httpx.Response:
    """A page, as somebody with an account sees it."""
    Accounts(Database(stage.folder / FILE)).add(actor, "a password")
    with httpx.Client(base_url=stage.client.url, follow_redirects=True) as browser:
        csrf = re.search(r'name="csrf" value="([^"]+)"', browser.get("/sign-in").text)
        assert csrf
        browser.post("/sign-in", data={"user": user_name(actor), "password": "a password", "csrf": csrf[1]})
        return browser.get(path)
