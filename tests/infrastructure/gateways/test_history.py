"""A case reads as one thread, although several machines with clocks of their own have written it."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

import pytest

from gateways.audit.history import LINKS, in_order
from gateways.audit.replay import ReplayCase, Replayer
from shared.application.case_steps import CaseSteps, ReadCase, Step, StreamState
from shared.domain.actor import Actor
from shared.domain.refusals import NotFound

NINE = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)
AUDITOR = Actor(tenant="kadi", kind="staff", ref="auditor-1", roles=frozenset({"auditor"}))


def id_of(name: str) -> UUID:
    return uuid5(UUID(int=0), name)


def step(name: str, *, minutes: float = 0, cause: str = "", data: object = None) -> Step:
    """`intake 3` is the third step of intake."""
    service, _, position = name.partition(" ")
    moment = NINE + timedelta(minutes=minutes)
    return Step(
        service=service,
        position=int(position),
        event_id=id_of(name),
        stream=f"{service}-1",
        version=int(position),
        type="Happened",
        title_en="Happened",
        title_ar="حدث",
        actor_kind="staff",
        actor_ref="staff-1",
        command=f"{service}.Do",
        command_id=id_of(f"command of {name}"),
        correlation_id=id_of("all"),
        causation_id=id_of(cause) if cause else None,
        policy_version=None,
        clause=None,
        occurred_at=moment,
        recorded_at=moment,
        data=json.dumps(data or {}),
    )


def told(*steps: Step) -> list[str]:
    """The order, which may not depend on how the steps came in."""
    first, second = in_order(steps), in_order(reversed(steps))
    assert first == second
    return [f"{one.service} {one.position}" for one in first]


def test_steps_are_told_by_time() -> None:
    steps = step("intake 2", minutes=9), step("committee 1", minutes=5), step("intake 1", minutes=1)
    assert told(*steps) == ["intake 1", "committee 1", "intake 2"]


def test_an_effect_comes_after_its_cause_though_its_clock_is_behind() -> None:
    cause, effect = step("intake 1", minutes=10), step("committee 1", minutes=3, cause="intake 1")
    later = step("committee 2", minutes=4, cause="committee 1")
    assert told(later, effect, cause) == ["intake 1", "committee 1", "committee 2"]


def test_what_a_late_cause_pushes_back_stays_before_what_really_came_later() -> None:
    effect = step("committee 1", minutes=3, cause="intake 1")
    assert told(effect, step("intake 1", minutes=10), step("intake 2", minutes=11)) == [
        "intake 1",
        "committee 1",
        "intake 2",
    ]


def test_a_service_is_told_in_the_order_of_its_own_log() -> None:
    """Its door and its worker may run on two machines."""
    assert told(step("intake 1", minutes=6), step("intake 2", minutes=2)) == ["intake 1", "intake 2"]


def test_steps_of_one_moment_follow_the_log() -> None:
    assert told(*(step(f"intake {number}") for number in range(1, 12))) == [f"intake {n}" for n in range(1, 12)]


def test_a_cause_that_is_not_part_of_the_case_holds_nothing_up() -> None:
    assert told(step("intake 1", cause="elsewhere 7")) == ["intake 1"]


def test_a_long_life_is_no_burden() -> None:
    count = 3000
    steps = [step(f"intake {n}", cause=f"intake {n - 1}" if n > 1 else "") for n in range(1, count + 1)]
    assert [one.position for one in in_order(reversed(steps))] == list(range(1, count + 1))


def test_a_step_that_came_twice_is_told_once() -> None:
    assert len(in_order([step("intake 1"), step("intake 1")])) == 1


def test_a_case_leads_to_its_reception_its_person_and_its_session_and_is_not_led_to_itself() -> None:
    linked = {"intake": ("r-1", "b-1"), "committee": ("s-1", "b-1", "q-1"), "surveys": ()}
    asked: list[ReadCase] = []

    def ask(service: str, query: ReadCase, _actor: Actor) -> CaseSteps:
        asked.append(query)
        own = query.case_id == "q-1"
        return CaseSteps(steps=(step(f"{service} 1"),), states=(), linked=linked[service] if own else ())

    Replayer(tuple(linked), ask).replay(ReplayCase(case_id="q-1", until=NINE), AUDITOR)
    own = ReadCase(case_id="q-1", until=NINE, links=LINKS)
    assert asked == [own] * 3 + [ReadCase(case_id="r-1", until=NINE, also=("b-1", "s-1"))] * 3


def test_a_history_follows_the_links_and_tells_each_state_once() -> None:
    visit = StreamState(service="intake", kind="reception", id="r-1", state="{}")
    known = {
        "q-1": CaseSteps(steps=(step("intake 2"),), states=(visit,), linked=("r-1",)),
        "r-1": CaseSteps(steps=(step("intake 1"),), states=(visit,)),
    }
    replayer = Replayer(("intake",), lambda _service, query, _actor: known[query.case_id])
    history = replayer.replay(ReplayCase(case_id="q-1"), AUDITOR)
    assert [one.position for one in history.steps] == [1, 2]
    assert history.states == (visit,)


def test_linked_cases_are_asked_for_in_one_question() -> None:
    asked: list[tuple[str, ...]] = []

    def ask(_service: str, query: ReadCase, _actor: Actor) -> CaseSteps:
        asked.append((query.case_id, *query.also))
        return CaseSteps(steps=(step("intake 1"),), states=(), linked=("r-1", "b-1") if not query.also else ())

    Replayer(("intake",), ask).replay(ReplayCase(case_id="q-1"), AUDITOR)
    assert asked == [("q-1",), ("r-1", "b-1")]


def test_all_services_are_asked_at_once() -> None:
    everybody = threading.Barrier(3)

    def ask(service: str, _query: ReadCase, _actor: Actor) -> CaseSteps:
        everybody.wait(timeout=30)
        return CaseSteps(steps=(step(f"{service} 1"),), states=())

    history = Replayer(("committee", "intake", "surveys"), ask).replay(ReplayCase(case_id="q-1"), AUDITOR)
    assert {one.service for one in history.steps} == {"committee", "intake", "surveys"}


def test_a_case_nobody_knows_is_not_found() -> None:
    replayer = Replayer(("intake",), lambda *_: CaseSteps(steps=(), states=()))
    with pytest.raises(NotFound, match="no_such_case"):
        replayer.replay(ReplayCase(case_id="q-1"), AUDITOR)
