"""The rooms around the domain: what is said in public, what is heard, what the views show."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

import pytest

from services.governance.domain.commands.directory import AppointLiaisonOfficer
from services.governance.domain.commands.people import AssignRole, RegisterStaffMember, RevokeRole
from services.governance.domain.commands.policy import UploadTextOfRecord
from services.governance.domain.loading import loading
from services.governance.entrypoints.association_yaml import read
from services.governance.publishing import contract_of
from services.governance.reactions import react
from services.governance.service import SERVICE
from shared import codec
from shared.application.rulebook import ADOPTED, RULEBOOK, RULEBOOK_ID
from shared.contracts import governance as said
from shared.contracts import intake
from shared.contracts.envelope import Envelope, type_of
from shared.contracts.index import CONTRACTS
from tests.contracts.samples import sample
from tests.rooms.governance.stage import POLICIES, Governance, officer


def test_loading_says_what_the_others_need_and_no_more(five: Governance) -> None:
    counted = Counter(type_of(contract) for contract in five.said("kayan"))
    assert counted == {
        "governance.association_registered.v1": 1,
        "governance.working_calendar_published.v1": 1,
        "governance.tenant_settings_changed.v1": 1,
        "governance.policy_version_put_in_force.v1": 1,
        "governance.service_information_published.v1": 1,
        "governance.policy_circulated.v1": 1,
        "governance.acknowledgement_requested.v1": 9,
    }


def test_the_calendar_is_said_before_the_settings_that_name_it(five: Governance) -> None:
    order = [type_of(contract).split(".")[1] for contract in five.said("sidr")]
    assert order.index("working_calendar_published") < order.index("tenant_settings_changed")


def test_every_contract_of_governance_can_come_about() -> None:
    own = {name for name in CONTRACTS if name.startswith("governance.")}
    events = [cls for cls in SERVICE.catalogue.types.values() if cls.__module__.startswith("services.")]
    assert {type_of(told) for told in map(contract_of, map(sample, events)) if told is not None} == own


def test_governance_works_by_its_own_rules_as_soon_as_it_makes_them(five: Governance) -> None:
    state = RULEBOOK.initial
    for row in five.log.read_streams("kadi", {RULEBOOK.stream(RULEBOOK_ID): 0}):
        state = RULEBOOK.evolve(state, SERVICE.catalogue.decode(row.type, row.data))
    rules = [contract for contract in five.said("kadi") if type_of(contract) in ADOPTED]
    again = RULEBOOK.initial
    for rule in rules:
        fact = SERVICE.catalogue.types["RuleAdopted"](contract=type_of(rule), content=codec.encode(rule).decode())
        again = RULEBOOK.evolve(again, fact)
    assert state == again


def test_roles_are_said_when_given_and_when_taken(governance: Governance) -> None:
    governance.load("sidr")
    by = officer("sidr")
    governance.tell(RegisterStaffMember(staff_ref="s-1", seat_id="seat-1", job_title_code="clerk"), by)
    governance.tell(AssignRole(staff_ref="s-1", role="service_provider"), by)
    governance.tell(RevokeRole(staff_ref="s-1", role="service_provider"), by)
    assigned, revoked = governance.said("sidr")[-2:]
    assert assigned == said.RoleAssigned(staff_ref="s-1", role="service_provider", unit_code=None, on=date(2026, 3, 1))
    assert isinstance(revoked, said.RoleRevoked)


def ordered() -> tuple[intake.PersonalDataDestructionOrdered, Envelope]:
    payload = intake.PersonalDataDestructionOrdered(
        order_id="order-1", subject_id="subject-1", scope=(), on=date(2026, 3, 1)
    )
    event = Envelope(
        id=UUID(int=7), tenant="sidr", service="intake", type=type_of(payload), case_id=None,
        time=datetime(2026, 3, 1, tzinfo=UTC), sequence=1, prevsequence=0, correlation_id=UUID(int=7),
        causation_id=None, data=codec.encode(payload),
    )  # fmt: skip
    return payload, event


@pytest.mark.parametrize("other_id", [False, True], ids=["same delivery", "said anew"])
def test_an_order_of_destruction_delivered_twice_is_answered_once(governance: Governance, other_id: bool) -> None:
    governance.load("sidr")
    system = officer("sidr", "governance", "system")
    payload, event = ordered()
    for delivery in range(2):
        for number, command in enumerate(react(payload, event)):
            cause = f"governance.{number}.{delivery if other_id else 0}"
            governance.tell(command, system, uuid5(event.id, cause))
    answers = [each for each in governance.said("sidr") if isinstance(each, said.PersonalDataDestructionConfirmed)]
    assert [(answer.order_id, answer.subject_id) for answer in answers] == [("order-1", "subject-1")]


@pytest.mark.parametrize("name", [name for name in CONTRACTS if not name.endswith("destruction_ordered.v1")])
def test_governance_is_deaf_to_all_other_contracts(name: str) -> None:
    _, event = ordered()
    assert react(sample(CONTRACTS[name]), event) == ()


def test_a_view_made_again_shows_the_same(governance: Governance) -> None:
    for association in ("kayan", "basmat"):
        governance.load(association)
        governance.follow(association)
    for view in SERVICE.views:
        before = shown(governance, view.name)
        assert governance.views.rebuild(view.name, governance.log) > 0
        assert shown(governance, view.name) == before


def shown(governance: Governance, name: str) -> list[object]:
    view = governance.views.views[name]
    with governance.views.engine.connect() as connection:
        return [sorted(map(str, connection.execute(table.select()).all())) for table in view.tables]


def test_no_view_and_no_contract_has_room_for_a_name() -> None:
    columns = {column.name for view in SERVICE.views for table in view.tables for column in table.columns}
    assert columns.isdisjoint({"name", "person", "email", "phone", "signatory"})


@pytest.mark.parametrize("association", ["sidr", "israr", "kadi", "kayan", "basmat"])
def test_every_step_of_loading_passes_the_door(association: str) -> None:
    file = read((POLICIES / f"{association}.yaml").read_bytes())
    for step in loading(file, date(2026, 3, 1)):
        words = json.loads(codec.encode(step.command))
        assert codec.from_words(type(step.command), words) == step.command


def test_every_answer_passes_the_door(governance: Governance) -> None:
    governance.load("kayan")
    by = officer("kayan")
    governance.tell(RegisterStaffMember(staff_ref="s-7", seat_id="seat-7", job_title_code="clerk"), by)
    governance.tell(AppointLiaisonOfficer(category="orphans", field="aid", staff_ref="s-7"), by)
    content = UploadTextOfRecord(policy_id="kayan-brp", version=1, content="dGV4dA==")
    governance.tell(content, by)
    known = {
        "ReadCase": {"case_id": "kayan-brp"},
        "ListContentReadings": {"case_id": "request-1"},
        "ReadLinks": {"case_ids": ("kayan-brp",)},
        "ReadStaffMember": {"staff_ref": "s-7"},
        "ReadStaffNames": {"staff_refs": ("s-7",), "reason": "test"},
        "ReadTextOfRecord": {"policy_id": "kayan-brp", "version": 1},
    }
    for question in SERVICE.questions:
        asker = replace(by, roles=question.by)
        answer = governance.ask(question.query(**known.get(question.query.__name__, {})), asker)
        words = json.loads(codec.encode(answer))
        assert codec.from_words(question.answer, words) == answer
