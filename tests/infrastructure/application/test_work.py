"""One command's work sees what it has recorded, reads each stream once, and stores in the order of recording."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from shared.application.case_steps import ReadCase, read_case
from shared.application.catalogue import Catalogue
from shared.application.rulebook import RULEBOOK, RULEBOOK_ID
from shared.application.situation import Situation
from shared.application.streams import StateCache, Streams
from shared.application.work import Work
from shared.domain.actor import Actor
from shared.domain.refusals import NotFound
from shared.store.log import Append, Cause
from tests.domain.scenario import SUNDAY, TENANT, Scenario
from tests.domain.statutes import policy
from tests.infrastructure.application import orchard as module
from tests.infrastructure.application.orchard import TREE, ApplesPicked, Look, Pick, Plant, Tree, TreePlanted

READER = Actor(tenant=TENANT, kind="staff", ref="staff-1", roles=frozenset({"visitor"}))
REF = policy("kadi").ref
CAUSE = Cause(
    command_id=UUID(int=9),
    command="orchard.Pick",
    fingerprint="f",
    actor_kind="staff",
    actor_ref="staff-1",
    correlation_id=UUID(int=9),
)


@pytest.fixture
def streams(orchard: Scenario) -> Streams:
    return Streams(log=orchard.infrastructure.log, catalogue=orchard.service.catalogue)


@pytest.fixture
def work(streams: Streams) -> Work:
    return Work(streams, Situation(now=SUNDAY, actor=READER))


def test_what_never_happened_loads_as_the_beginning_and_does_not_exist(work: Work) -> None:
    assert work.load(TREE, "t") is None
    with pytest.raises(NotFound, match="no_such_tree"):
        work.existing(TREE, "t")


def test_a_later_load_of_the_same_work_sees_what_was_recorded(work: Work) -> None:
    work.record(TREE, "t", TreePlanted(apples=5, policy_version=REF), ApplesPicked(apples=2))
    assert work.existing(TREE, "t") == Tree(apples=3, policy_version=REF)


def test_events_keep_the_order_of_recording_and_count_within_their_streams(work: Work) -> None:
    for tree in ("a", "b", "a"):
        work.record(TREE, tree, TreePlanted(apples=1, policy_version=REF))
    assert [(event.stream, event.version) for event in work.events] == [("tree-a", 1), ("tree-b", 1), ("tree-a", 2)]


def test_recording_before_loading_continues_the_stream(orchard: Scenario, work: Work) -> None:
    orchard.given(Plant(tree_id="t"))
    work.record(TREE, "t", ApplesPicked(apples=1))
    assert [event.version for event in work.events] == [2]


def test_work_sees_each_stream_as_it_was_at_its_first_load(orchard: Scenario, work: Work) -> None:
    orchard.given(Plant(tree_id="t"))
    before = work.load(TREE, "t")
    orchard.given(Pick(tree_id="t", apples=4))
    assert work.load(TREE, "t") == before


def test_the_rules_come_with_the_first_load(orchard: Scenario, work: Work) -> None:
    work.load(TREE, "t")
    orchard.adopted(replace(policy("kadi"), version=2))
    assert work.rules.current == REF


def test_only_streams_that_are_kept_in_memory_are_kept(orchard: Scenario, streams: Streams) -> None:
    orchard.given(Plant(tree_id="t"))
    streams.load(TENANT, [(TREE, "t"), (RULEBOOK, RULEBOOK_ID)])
    assert streams.cache.known(TENANT, TREE, "t").version == 0
    assert streams.cache.known(TENANT, RULEBOOK, RULEBOOK_ID).version == 2
    assert streams.cache.known("elsewhere", RULEBOOK, RULEBOOK_ID).version == 0


def test_what_is_recorded_is_not_remembered_before_it_is_stored(streams: Streams, work: Work) -> None:
    cached = replace(TREE, cached=True)
    work.record(cached, "t", TreePlanted(apples=5, policy_version=REF))
    assert streams.cache.known(TENANT, cached, "t").version == 0


def test_a_remembered_state_takes_in_only_what_was_added(orchard: Scenario) -> None:
    cached, cache = replace(TREE, cached=True), StateCache()
    orchard.given(Plant(tree_id="t"))
    streams = Streams(log=orchard.infrastructure.log, catalogue=orchard.service.catalogue, cache=cache)
    streams.load(TENANT, [(cached, "t")])
    orchard.given(Pick(tree_id="t", apples=1))
    streams.load(TENANT, [(cached, "t")])
    assert cache.known(TENANT, cached, "t").state == Tree(apples=9, policy_version=REF)


def test_a_question_is_answered_from_the_asking_tenants_streams(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="t"))
    assert orchard.application.ask(Look(tree_id="t"), READER).apples == 10
    with pytest.raises(NotFound, match="no_such_tree"):
        orchard.application.ask(Look(tree_id="t"), replace(READER, tenant="elsewhere"))


def test_a_case_is_told_as_it_stood_at_a_moment(orchard: Scenario) -> None:
    orchard.given(Plant(tree_id="t"))
    before = orchard.clock.now()
    orchard.clock.move_to(before + timedelta(days=1))
    orchard.given(Pick(tree_id="t", apples=4))
    then = orchard.ask(ReadCase(case_id="t", until=before), by="auditor")
    now = orchard.ask(ReadCase(case_id="t"), by="auditor")
    assert [step.type for step in then.steps] == ["TreePlanted"]
    assert ['"apples":10' in then.states[0].state, '"apples":6' in now.states[0].state] == [True, True]


def test_a_thing_that_joined_a_case_later_is_told_with_its_whole_life(orchard: Scenario, work: Work) -> None:
    moved = replace(TREE, case=lambda id_, tree: id_ if tree.apples == 5 else "garden")
    work.record(moved, "t", TreePlanted(apples=5, policy_version=REF), ApplesPicked(apples=1))
    orchard.infrastructure.log.append(Append(tenant=TENANT, cause=CAUSE, events=work.events))
    told = read_case("orchard", (moved,), ReadCase(case_id="garden"), orchard.application.desk(READER))
    assert [step.type for step in told.steps] == ["ApplesPicked"]
    assert [state.state for state in told.states] == [f'{{"apples":4,"policy_version":"{REF}"}}']


def test_an_old_shape_is_lifted_when_it_is_read() -> None:
    catalogue = Catalogue(module, upcasts={"ApplesPicked": lambda old: {"apples": old.get("apples", old.get("fruit"))}})
    assert catalogue.decode("ApplesPicked", b'{"fruit":3}') == ApplesPicked(apples=3)
    assert catalogue.decode("ApplesPicked", catalogue.encode(ApplesPicked(apples=4))) == ApplesPicked(apples=4)


def test_a_catalogue_holds_the_facts_written_in_its_modules_and_no_other_class() -> None:
    assert set(Catalogue(module).types) == {"TreePlanted", "ApplesPicked", "PickingRefused"}
    with pytest.raises(KeyError):
        Catalogue(module).decode("RuleAdopted", b"{}")


def test_no_name_stands_for_two_facts() -> None:
    with pytest.raises(ValueError, match="two facts"):
        Catalogue(module, module)
