"""Personal data stays in the vault, whoever reads it is on record, and nothing of a whole case gets out by any way."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
import pytest
import structlog

from gateways.rehearsal.case import whole_case
from gateways.rehearsal.people import staff
from shared.bus.parked import ParkedContracts
from shared.contracts.envelope import Envelope
from shared.domain.actor import Actor
from shared.domain.refusals import Forbidden, NotFound
from shared.telemetry.commands import COMMANDS
from tests.journeys import sinks
from tests.journeys.conftest import Stage
from tests.journeys.markers import MarkedStory, Person, beside_the_case, forms, found, leaks

TENANT, OFFICER = "kadi", "beneficiary_relations_officer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """A whole case of markers, and what could be overheard of it."""

    stage: Stage
    story: MarkedStory
    spy: sinks.Spy
    logged: Any
    urls: list[str]

    @property
    def person(self) -> Person:
        return self.story.person

    def history(self) -> str:
        told = self.stage.client.case(staff(TENANT, "auditor-1"), self.story.request_id)
        return json.dumps(told, ensure_ascii=False)


@pytest.fixture(scope="module", params=["embedded", "spread"], ids=["embedded", "distributed"])
def lived(request: pytest.FixtureRequest) -> Iterator[Lived]:
    stage: Stage = request.getfixturevalue(request.param)
    story = MarkedStory(stage.client, TENANT, stage.move_to)
    spy = sinks.Spy(stage)
    with sinks.listening_to_logs() as logged, sinks.noting_urls(stage) as urls:
        whole_case(story)
        beside_the_case(story)
        sinks.settle(stage, TENANT)
        yield Lived(stage=stage, story=story, spy=spy, logged=logged, urls=urls)


@pytest.mark.parametrize("planted", Person().values())
def test_a_marker_is_recognised_in_each_form_it_could_be_carried_in(planted: str) -> None:
    person = Person()
    value = person.values()[planted]
    carried = [
        value.encode(),
        json.dumps({"x": value}).encode(),
        json.dumps(json.dumps([value])).encode(),
        base64.b64encode(f"a{value}bc".encode()),
        base64.urlsafe_b64encode(f"abc, {value}".encode()),
        value.encode().hex().encode(),
        str(httpx.URL("http://x", params={"q": value})).replace("+", "%20").encode(),
        str(value.encode()).encode(),
    ]
    assert all(planted in found(person, b"before " + each + b" after") for each in carried)
    assert not found(person, b"before " + b" ".join(forms(Person().email)))


def test_nothing_of_a_case_lies_in_any_row_of_any_store(lived: Lived) -> None:
    told = sinks.tables(lived.stage)
    assert {"intake/event", "intake/command", "committee/event", "vault/content"} <= set(told)
    assert lived.story.request_id.encode() in told["intake/event"]
    assert leaks(lived.person, told) == {}


def test_nothing_of_a_case_lies_in_any_file_but_the_letters_sent(lived: Lived) -> None:
    told = sinks.files(lived.stage)
    assert {where for where in leaks(lived.person, told) if not where.startswith("outbox/")} == set()


def test_nothing_of_a_case_crosses_the_bus(lived: Lived) -> None:
    heard = lived.spy.all()
    assert lived.story.request_id.encode() in heard
    assert found(lived.person, heard) == set()


def test_nothing_of_a_case_is_logged_though_every_command_is(lived: Lived) -> None:
    told = sinks.logs(lived.stage, lived.logged)
    assert {command for command in ("RegisterBeneficiary", "FileComplaint", "CloseRequest") if command in told} == {
        "RegisterBeneficiary",
        "FileComplaint",
        "CloseRequest",
    }
    assert found(lived.person, told) == set()


def test_nothing_of_a_case_is_told_in_its_history_to_operators_in_metrics_or_in_addresses(lived: Lived) -> None:
    history = lived.history()
    assert lived.story.request_id in history
    assert found(lived.person, history) == set()
    operators = sinks.operators_answers(lived.stage, TENANT)
    assert TENANT in operators
    assert found(lived.person, operators) == set()
    assert found(lived.person, sinks.metrics(lived.stage)) == set()
    assert any(lived.story.request_id in url for url in lived.urls)
    assert found(lived.person, " ".join(lived.urls)) == set()


def test_a_value_written_where_it_does_not_belong_is_found_there(lived: Lived) -> None:
    """The positive control: open fields carry markers into each place that the tests above look at."""
    stage, client, planted = lived.stage, lived.stage.client, Person()
    inquiry = {"inquiry_id": str(uuid4()), "asker_id": str(uuid4()), "question": "سؤال", "channel": "interview"}
    careless = Actor(tenant=TENANT, kind="staff", ref=planted.national_id, roles=frozenset({OFFICER}))
    client.tell(careless, "intake.ReceiveInquiry", {**inquiry, "topic_code": "reply", "routed_to": planted.name})
    sinks.settle(stage, TENANT)
    reached = leaks(planted, sinks.tables(stage))
    assert {"name", "national id"} <= reached["intake/event"]
    assert any("name" in what for where, what in reached.items() if where.endswith("/unanswered_inquiries"))
    assert {"name", "national id"} <= set().union(*leaks(planted, sinks.files(stage)).values())
    assert "name" in found(planted, lived.spy.all())
    history = client.case(staff(TENANT, "auditor-1"), inquiry["inquiry_id"])
    assert {"name", "national id"} <= found(planted, json.dumps(history))
    with pytest.raises(NotFound):
        client.case(staff(TENANT, "auditor-1"), planted.email)
    assert "e-mail" in found(planted, " ".join(lived.urls))


def test_a_value_among_what_is_parked_is_found_there_and_in_the_operators_answers(lived: Lived) -> None:
    planted = Person()
    parked = ParkedContracts(sinks.views_engine(lived.stage, "surveys"))
    envelope = Envelope(
        id=uuid4(),
        tenant=TENANT,
        service="intake",
        type="intake.majority_reached.v1",
        case_id=str(uuid4()),
        time=lived.stage.client.now(),
        sequence=10**9,
        prevsequence=10**9 - 1,
        correlation_id=uuid4(),
        causation_id=None,
        data=json.dumps({"beneficiary_id": planted.name}).encode(),
    )
    parked.add(envelope, planted.phone, 1, lived.stage.client.now())
    try:
        assert {"name", "telephone"} <= set().union(*leaks(planted, sinks.tables(lived.stage)).values())
        assert "telephone" in found(planted, sinks.operators_answers(lived.stage, TENANT))
    finally:
        parked.remove(envelope)


def test_a_value_in_a_log_is_found_there(lived: Lived) -> None:
    planted = Person()
    if lived.stage.mode == "embedded":
        structlog.get_logger("anything").warning("careless", of=planted.name)
    else:
        with (lived.stage.folder / "intake-serve.log").open("a") as log:
            log.write(json.dumps({"event": "careless", "of": planted.name}) + "\n")
    assert "name" in found(planted, sinks.logs(lived.stage, lived.logged))


def test_a_value_in_a_metric_is_found_there(lived: Lived) -> None:
    """Only where the counters are this process's own; the pages are read in the same way in the other mode."""
    planted = Person()
    assert sinks.figure(lived.stage, "sanad_commands_total", service="intake", outcome="done") > 10
    if lived.stage.mode == "embedded":
        COMMANDS.add(1, {"service": "intake", "command": planted.phone, "outcome": "done"})
        assert "telephone" in found(planted, sinks.metrics(lived.stage))


def test_who_may_reads_the_profile_and_the_reading_is_on_record(lived: Lived) -> None:
    whom = lived.story.id("beneficiary")
    words = {"beneficiary_id": whom, "reason": "phone call about the reply", "case_id": lived.story.request_id}
    read = lived.stage.client.ask(staff(TENANT, "officer-1"), "intake.ReadBeneficiary", words)
    assert read["profile"]["name"] == lived.person.name
    assert read["identity"]["number"] == lived.person.national_id
    assert lived.person.email in str(read["contact_points"])
    readings = sinks.open_vault_of(lived.stage).readings(TENANT, subject=whom)
    recorded = {(each.category, each.reader, each.case_id) for each in readings if each.reason == words["reason"]}
    expected = {
        (category, "officer-1", lived.story.request_id) for category in ("profile", "identity", "contact_points")
    }
    assert recorded == expected


@pytest.mark.parametrize("who", ["member-1", "secretary-1", "provider-1", "auditor-1", "follow-up-1", "director-1"])
def test_others_are_refused_and_read_nothing(lived: Lived, who: str) -> None:
    whom = lived.story.id("beneficiary")
    before = len(sinks.open_vault_of(lived.stage).readings(TENANT, subject=whom))
    words = {"beneficiary_id": whom, "reason": "curiosity"}
    with pytest.raises(Forbidden, match="not_permitted"):
        lived.stage.client.ask(staff(TENANT, who), "intake.ReadBeneficiary", words)
    assert len(sinks.open_vault_of(lived.stage).readings(TENANT, subject=whom)) == before


def test_another_association_reads_nothing(lived: Lived) -> None:
    words = {"beneficiary_id": lived.story.id("beneficiary"), "reason": "curiosity"}
    with pytest.raises(NotFound):
        lived.stage.client.ask(staff("sidr", "officer-1"), "intake.ReadBeneficiary", words)
    number = {"by": "identity_number", "value": lived.person.national_id}
    assert lived.stage.client.ask(staff("sidr", "officer-1"), "intake.FindBeneficiary", number) == {
        "beneficiary_ids": []
    }


def test_somebody_is_found_by_number_telephone_and_name_however_they_are_spelt(lived: Lived) -> None:
    for by, value in (
        ("identity_number", lived.person.national_id.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))),
        ("phone", f"00966{lived.person.phone[1:]}"),
        ("name", lived.person.name.replace("أ", "ا").replace("ى", "ي")),
    ):
        answer = lived.stage.client.ask(
            staff(TENANT, "officer-1"), "intake.FindBeneficiary", {"by": by, "value": value}
        )
        assert answer == {"beneficiary_ids": [lived.story.id("beneficiary")]}


@pytest.mark.parametrize("tenant", ["sidr", "kayan"])
def test_nothing_gets_out_of_a_case_with_a_session_votes_and_minutes(stage: Stage, tenant: str) -> None:
    spy, story = sinks.Spy(stage), MarkedStory(stage.client, tenant, stage.move_to)
    with sinks.listening_to_logs() as logged:
        whole_case(story)
        sinks.settle(stage, tenant)
    history = stage.client.case(staff(tenant, "auditor-1"), story.request_id)
    assert "MinutesAdopted" in {step["type"] for step in history["steps"]}
    said = {
        **sinks.tables(stage),
        "bus": spy.all(),
        "logs": sinks.logs(stage, logged).encode(),
        "history": json.dumps(history).encode(),
        "operators": sinks.operators_answers(stage, tenant).encode(),
    }
    assert story.request_id.encode() in said["bus"]
    assert leaks(story.person, said) == {}
