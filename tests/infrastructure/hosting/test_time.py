"""What time asks for is carried out once, and nothing that fails stops time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from shared.application.application import Application
from shared.hosting.probe import watch
from shared.hosting.rounds import Rounds
from shared.hosting.timer import Timer, due_id
from tests.domain.scenario import TENANT, Scenario
from tests.domain.statutes import joined, policy
from tests.ground.process import free_ports
from tests.infrastructure.application.orchard import ApplesPicked, Meanwhile, Pick, Plant, service


@pytest.fixture
def orchard(tmp_path: Path) -> Iterator[Scenario]:
    scenario = Scenario(service(Meanwhile()), tmp_path)
    yield scenario.adopted(joined("kadi", "KD"), policy("kadi")).given(Plant(tree_id="t", apples=3))
    scenario.close()


def asking(*commands: Any) -> Any:
    def due(_application: Application, _tenant: str, _now: datetime) -> Sequence[Any]:
        return commands

    return due


def broken(_application: Application, _tenant: str, _now: datetime) -> Sequence[Any]:
    raise RuntimeError("a view is away")


def tick(orchard: Scenario, *due: Any) -> list[int]:
    Timer(replace(orchard.service, due=due), orchard.application).tick()
    return [event.apples for event in orchard.facts() if isinstance(event, ApplesPicked)]


def test_what_is_due_is_carried_out_once_however_often_it_is_asked_for(orchard: Scenario) -> None:
    ripe = asking(Pick(tree_id="t", apples=1))
    assert [tick(orchard, ripe), tick(orchard, ripe)] == [[1], [1]]


def test_the_same_command_for_two_tenants_or_services_is_two_commands() -> None:
    command = Pick(tree_id="t", apples=1)
    ids = {due_id(service, tenant, command) for service in ("orchard", "garden") for tenant in ("kadi", "sidr")}
    assert len(ids) == 4
    assert due_id("orchard", "kadi", command) in ids


@pytest.mark.parametrize(
    "due",
    [
        (asking(Pick(tree_id="t", apples=9), Pick(tree_id="t", apples=2)),),
        (asking(Pick(tree_id="nowhere", apples=1)), asking(Pick(tree_id="t", apples=2))),
        (broken, asking(Pick(tree_id="t", apples=2))),
        (asking(object(), Pick(tree_id="t", apples=2)),),
    ],
    ids=["refused", "not found", "the question fails", "the command fails"],
)
def test_what_fails_keeps_nothing_behind_it_from_being_carried_out(orchard: Scenario, due: Any) -> None:
    assert tick(orchard, *due) == [2]


def test_time_acts_as_the_service_itself(orchard: Scenario) -> None:
    tick(orchard, asking(Pick(tree_id="t", apples=1)))
    assert (orchard.rows()[-1].actor_kind, orchard.rows()[-1].actor_ref) == ("service", "orchard")
    assert orchard.infrastructure.log.receipt(TENANT, due_id("orchard", TENANT, Pick(tree_id="t", apples=1)))


def test_rounds_go_on_after_one_that_failed_and_end_when_stopped() -> None:
    count, third = [0], threading.Event()

    def round_() -> None:
        count[0] += 1
        if count[0] >= 3:
            third.set()
        raise ConnectionError

    rounds = Rounds("counting", 0.001, round_)
    rounds.start()
    assert third.wait(5)
    rounds.stop()
    seen = count[0]
    time.sleep(0.02)
    assert count[0] == seen


def test_rounds_that_never_began_can_be_stopped() -> None:
    Rounds("idle", 60, lambda: None).stop()


def test_a_probe_says_whether_the_process_is_well_and_frees_its_port() -> None:
    (port,), well = free_ports(1), [True]
    stop = watch("127.0.0.1", port, lambda: well[0])
    with urlopen(f"http://127.0.0.1:{port}/health") as answer:
        assert answer.read() == b"ok"
    with urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        assert b"python_gc" in answer.read()
    well[0] = False
    with pytest.raises(HTTPError, match="503"):
        urlopen(f"http://127.0.0.1:{port}/health")
    stop()
    with pytest.raises(URLError):
        urlopen(f"http://127.0.0.1:{port}/health")
    watch("127.0.0.1", port, lambda: True)()
