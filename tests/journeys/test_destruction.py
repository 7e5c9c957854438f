"""Destruction: two persons, no hold, every service; afterwards nobody can tell who it was, and every stream replays."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from uuid import uuid4, uuid5

import pytest

from gateways.cli.speaking import actor
from gateways.rehearsal.case import whole_case
from gateways.rehearsal.people import staff
from services.catalogue import NAMES, SERVICES
from shared.domain.actor import Actor
from shared.domain.refusals import NotFound, Refused, SanadError
from tests.ground.process import wait_until
from tests.journeys import sinks
from tests.journeys.conftest import Stage
from tests.journeys.markers import MarkedStory, beside_the_case, leaks

TENANT = "kadi"
FIRST, SECOND = (
    Actor(tenant=TENANT, kind="staff", ref=ref, roles=frozenset({"data_protection_officer"}))
    for ref in ("privacy-1", "privacy-2")
)


@dataclass(slots=True, kw_only=True)
class Subject:
    """Somebody whose whole case was lived, and an order to destroy his data."""

    stage: Stage
    story: MarkedStory
    order_id: str

    @property
    def id(self) -> str:
        return self.story.id("beneficiary")

    def order(self) -> None:
        words = {"order_id": self.order_id, "subject_id": self.id, "basis": "data_right", "scope": []}
        self.stage.client.tell(FIRST, "intake.OrderDestruction", words)

    def confirm(self, who: Actor = SECOND) -> None:
        self.stage.client.tell(who, "intake.ConfirmDestruction", {"order_id": self.order_id})

    def steps(self) -> list[str]:
        """What has become of the order, from intake's log."""
        told = self.stage.client.ask(staff(TENANT, "auditor-1"), "intake.ReadCase", {"case_id": self.order_id})
        return [step["type"] for step in told["steps"]]

    def confirmed_by(self) -> set[str]:
        told = self.stage.client.ask(staff(TENANT, "auditor-1"), "intake.ReadCase", {"case_id": self.order_id})
        steps = [step for step in told["steps"] if step["type"] == "DestructionConfirmed"]
        return {json.loads(step["data"])["service"] for step in steps}

    def wait_for(self, type_: str) -> None:
        wait_until(lambda: type_ in self.steps(), type_, seconds=30)

    def destroy(self) -> None:
        self.order()
        self.confirm()
        self.wait_for("PersonalDataDestroyed")
        sinks.settle(self.stage, TENANT)

    def history(self) -> dict[str, Any]:
        return self.stage.client.case(staff(TENANT, "auditor-1"), self.story.request_id)

    def read(self, who: str = "officer-1") -> Any:
        words = {"beneficiary_id": self.id, "reason": "a test"}
        return self.stage.client.ask(staff(TENANT, who), "intake.ReadBeneficiary", words)


def subject_on(stage: Stage) -> Subject:
    story = MarkedStory(stage.client, TENANT, stage.move_to)
    whole_case(story)
    beside_the_case(story)
    sinks.settle(stage, TENANT)
    return Subject(stage=stage, story=story, order_id=str(uuid4()))


@pytest.fixture
def subject(stage: Stage) -> Subject:
    return subject_on(stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class Destroyed:
    """A subject after destruction, with what there was before."""

    subject: Subject
    before: dict[str, Any]
    kept: dict[str, list[bytes]]
    seen: dict[str, bytes]


@pytest.fixture(scope="module", params=["embedded", "spread"], ids=["embedded", "distributed"])
def destroyed(request: pytest.FixtureRequest) -> Destroyed:
    subject = subject_on(request.getfixturevalue(request.param))
    before, kept, seen = subject.history(), secrets(subject), dict(sinks.files(subject.stage))
    subject.destroy()
    return Destroyed(subject=subject, before=before, kept=kept, seen=seen)


def secrets(subject: Subject) -> dict[str, list[bytes]]:
    """What the vault keeps of the subject: wrapped keys, ciphertexts, digests it is found by."""
    whose = {"tenant": TENANT, "subject": subject.id}
    # The birth date has digests too, which others born on that day share.
    found_by = ("identity.number", "contact_points.value", "profile.name_key")
    digests = [sinks.column(subject.stage, "blind_index", "digest", kind=kind, **whose) for kind in found_by]
    return {
        "keys": sinks.column(subject.stage, "data_key", "wrapped", **whose),
        "contents": sinks.column(subject.stage, "content", "ciphertext", **whose),
        "digests": [digest for each in digests for digest in each],
    }


def test_who_ordered_does_not_confirm(subject: Subject) -> None:
    subject.order()
    with pytest.raises(Refused) as refused:
        subject.confirm(FIRST)
    assert refused.value.ar
    assert refused.value.en
    assert subject.steps() == ["DestructionAskedFor"]
    assert subject.read()["profile"]["name"] == subject.story.person.name


def test_a_hold_blocks_destruction_is_named_on_record_and_lifted_lets_it_go_on(subject: Subject) -> None:
    vault, hold = sinks.open_vault_of(subject.stage), str(uuid4())
    vault.hold(TENANT, subject.id, hold, "court_case")
    subject.order()
    subject.confirm()
    subject.wait_for("DestructionBlocked")
    assert hold in str(subject.stage.client.case(staff(TENANT, "auditor-1"), subject.order_id))
    assert subject.read()["profile"]["name"] == subject.story.person.name
    assert "PersonalDataDestroyed" not in subject.steps()
    vault.release(TENANT, subject.id, hold)
    subject.wait_for("PersonalDataDestroyed")


def test_the_data_protection_officer_holds_data_back_before_anybody_drops_anything(subject: Subject) -> None:
    client, hold = subject.stage.client, str(uuid4())
    words = {"hold_id": hold, "subject_id": subject.id, "basis": "court_case", "reference": "القضية 41"}
    client.tell(FIRST, "complaints.PlaceLegalHold", {**words, "complaint_id": None})
    vault = sinks.open_vault_of(subject.stage)
    wait_until(lambda: [one.hold_id for one in vault.holds(TENANT, subject.id)] == [hold], "the hold", seconds=30)
    wait_until(lambda: "HoldNoted" in held(subject), "the hold in intake", seconds=30)
    subject.order()
    with pytest.raises(Refused, match="destruction_blocked") as refused:
        subject.confirm()
    assert hold in refused.value.en
    assert subject.steps() == ["DestructionAskedFor", "DestructionBlocked"]
    client.tell(FIRST, "complaints.ReleaseLegalHold", {"hold_id": hold, "reason_code": "case_closed"})
    wait_until(lambda: held(subject).count("HoldNoted") == 2, "the release in intake", seconds=30)
    subject.confirm()
    subject.wait_for("PersonalDataDestroyed")


def held(subject: Subject) -> list[str]:
    """What intake's log says of the subject himself."""
    told = subject.stage.client.ask(staff(TENANT, "auditor-1"), "intake.ReadCase", {"case_id": subject.id})
    return [step["type"] for step in told["steps"]]


def test_every_service_confirms_before_the_certificate(destroyed: Destroyed) -> None:
    assert destroyed.subject.confirmed_by() == set(NAMES)
    assert destroyed.subject.steps()[-1] == "PersonalDataDestroyed"


def test_nothing_of_the_subject_is_left_in_rows_files_or_dumps(destroyed: Destroyed) -> None:
    subject = destroyed.subject
    person, stage = subject.story.person, subject.stage
    assert leaks(person, sinks.tables(stage)) == {}
    assert leaks(person, sinks.files(stage)) == {}


def test_the_letters_that_were_sent_had_held_an_address_and_are_gone(destroyed: Destroyed) -> None:
    person = destroyed.subject.story.person
    sent = {where for where in leaks(person, destroyed.seen) if "outbox/" in where}
    assert sent, "the case wrote no letter"
    assert not sent & set(sinks.files(destroyed.subject.stage))


def test_keys_ciphertexts_and_search_keys_are_gone_to_the_last_byte(destroyed: Destroyed) -> None:
    stage = destroyed.subject.stage
    assert all(destroyed.kept.values()), "there was nothing to destroy"
    assert not any(secrets(destroyed.subject).values())
    there = b"".join(sinks.files(stage).values())
    was = b"".join(destroyed.seen.values())
    pieces = [piece for values in destroyed.kept.values() for value in values for piece in sinks.pieces(stage, value)]
    assert all(piece in was for piece in pieces)
    assert not any(piece in there for piece in pieces)


def test_the_history_is_unchanged_and_still_replays(destroyed: Destroyed) -> None:
    after = {step["event_id"]: step for step in destroyed.subject.history()["steps"]}
    assert [after[step["event_id"]] for step in destroyed.before["steps"]] == destroyed.before["steps"]


def test_every_stream_and_every_view_still_replays(destroyed: Destroyed) -> None:
    stage = destroyed.subject.stage
    for service in SERVICES:
        for case_id in sinks.cases(stage, service.name, TENANT):
            told = stage.client.ask(staff(TENANT, "auditor-1"), f"{service.name}.ReadCase", {"case_id": case_id})
            assert told["steps"]
        for view in service.views:
            stage.client.ask(actor("-", "platform_operator:tests"), f"{service.name}.RebuildView", {"view": view.name})


def test_a_reading_says_in_both_languages_that_it_was_destroyed(destroyed: Destroyed) -> None:
    with pytest.raises(NotFound) as missing:
        destroyed.subject.read()
    assert missing.value.code == "content_destroyed"
    assert "destroyed" in missing.value.en
    assert "أُتلف" in missing.value.ar


def test_nobody_is_found_any_more(destroyed: Destroyed) -> None:
    person = destroyed.subject.story.person
    for by, value in (("identity_number", person.national_id), ("phone", person.phone), ("name", person.name)):
        words = {"by": by, "value": value}
        answer = destroyed.subject.stage.client.ask(staff(TENANT, "officer-1"), "intake.FindBeneficiary", words)
        assert answer == {"beneficiary_ids": []}


def test_nothing_is_parked_by_it(destroyed: Destroyed) -> None:
    operator = actor(TENANT, "platform_operator:tests")
    for name in NAMES:
        assert destroyed.subject.stage.client.ask(operator, f"{name}.ReadParked", {}) == {"contracts": []}


def test_a_retried_command_answers_cleanly_and_stores_nothing(destroyed: Destroyed) -> None:
    subject, client = destroyed.subject, destroyed.subject.stage.client
    story = subject.story

    def head() -> int:
        told: int = story.ask("officer-1", "intake.ReadStanding")["head"]
        return told

    before = head()
    # The first steps of the case, under their ids: with personal content, and without.
    plain = {"beneficiary_id": subject.id, "method": "original_sighted", "document_kind": "national_id"}
    again = client.tell(staff(TENANT, "officer-1"), "intake.VerifyIdentity", plain, uuid5(story.seed, "command 3"))
    assert again["repeated"]
    person = story.applicant()
    personal = {
        "beneficiary_id": subject.id,
        "kind": person.kind,
        "profile": dict(person.profile),
        "identity": dict(person.identity),
        "contact_points": story.contact_points(),
    }
    for command_id in (uuid5(story.seed, "command 2"), uuid4()):
        with pytest.raises(SanadError) as answer:
            client.tell(staff(TENANT, "officer-1"), "intake.RegisterBeneficiary", personal, command_id)
        assert answer.value.code == "subject_destroyed"
        assert "أُتلف" in answer.value.ar
    assert head() == before
    assert leaks(story.person, sinks.files(subject.stage)) == {}


def test_an_order_told_twice_changes_nothing(destroyed: Destroyed) -> None:
    steps = destroyed.subject.steps()
    with pytest.raises(Refused):
        destroyed.subject.confirm()
    assert destroyed.subject.steps() == steps
