"""The distributed platform while its processes, its broker and its database are killed under it."""

from __future__ import annotations

import json
import random
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg2
import pytest

from gateways.cli.demo import BEGINS
from gateways.cli.speaking import actor
from gateways.cli.starting import load_associations
from gateways.rehearsal.case import request, whole_case
from gateways.rehearsal.story import Story
from services.catalogue import NAMES
from shared.identity import signing_key
from tests.faults.patient import PatientClient
from tests.ground.process import wait_until
from tests.ground.rabbitmq import RabbitMQ
from tests.journeys.distributed import Distributed, distributed

TELLERS = 2
FIRST = ("intake serve", "intake work", "committee work", "web")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    platform: Distributed
    client: PatientClient
    broker: RabbitMQ


@pytest.fixture
def scene(tmp_path: Path, broker: RabbitMQ) -> Iterator[Scene]:
    with distributed(tmp_path, broker.url, BEGINS) as (platform, client):
        load_associations(client, ["kadi"])
        patient = PatientClient(client.url, signing_key(platform.keys))
        yield Scene(platform=platform, client=patient, broker=broker)
        patient.close()


@pytest.mark.timeout(600)
def test_nothing_is_lost_or_doubled_whichever_process_dies(scene: Scene) -> None:
    quiet = threading.Event()
    with ThreadPoolExecutor(TELLERS + 1) as crew:
        tellers = [crew.submit(tell_stories, scene, quiet) for _ in range(TELLERS)]
        crew.submit(havoc, scene, quiet, random.Random(11)).result()
        stories = [story for teller in tellers for story in teller.result()]
    assert scene.client.retries > 0, "no kill was felt: the test did not test"
    for story in stories:
        assert_lived_once(story)
    assert nothing_waits(scene)
    for name in NAMES:
        assert_gapless(scene.platform.database(name))


def tell_stories(scene: Scene, quiet: threading.Event) -> list[Story]:
    """One case after the other, until the havoc is over."""
    lived: list[Story] = []
    while not quiet.is_set():
        lived.append(Story(scene.client, "kadi", lambda _moment: None, patience=180))
        whole_case(lived[-1])
    return lived


def havoc(scene: Scene, quiet: threading.Event, chance: random.Random) -> None:
    """Kill something every two seconds: every kind of process, the broker and the database."""
    rest = [name for name in scene.platform.names() if name not in FIRST]
    victims: list[Any] = [scene.platform.process(name) for name in (*FIRST, *chance.sample(rest, 5))]
    victims[2:2], victims[5:5] = [scene.broker], [scene.platform.server]
    try:
        for victim in victims:
            quiet.wait(2)
            restart(victim)
    finally:
        quiet.set()


def restart(server: Any) -> None:
    """No farewell, and back again."""
    server.kill()
    server.start()


def assert_lived_once(story: Story) -> None:
    assert request(story)["stage"] == "closed"
    story.wait("the last effect", lambda: "RespondentInvited" in [step["type"] for step in story.history()["steps"]])
    told = story.settle()["steps"]
    assert len({(step["stream"], step["version"]) for step in told}) == len(told)
    counted = Counter(step["type"] for step in told)
    for once in (
        "SupportRequestReferred",
        "ReviewOpened",
        "RequestApproved",
        "ReviewDecisionReceived",
        "RespondentInvited",
    ):
        assert counted[once] == 1, f"{once}: {counted[once]}"
    causes = Counter(json.loads(step["data"])["dedupe_key"] for step in told if step["type"] == "NotificationRequested")
    assert causes
    assert max(causes.values()) == 1


def nothing_waits(scene: Scene) -> bool:
    operator = actor("kadi", "platform_operator:tests")

    def idle() -> bool:
        lags = [scene.client.ask(operator, f"{name}.ReadLag", {})["followers"] for name in NAMES]
        return all(one["position"] == one["head"] for followers in lags for one in followers)

    wait_until(idle, "every follower to be at the head", seconds=60)
    return not any(scene.client.ask(operator, f"{name}.ReadParked", {})["contracts"] for name in NAMES)


def assert_gapless(database: str) -> None:
    with closing(psycopg2.connect(database)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT set_config('sanad.tenant', 'kadi', false)")
        cursor.execute("SELECT count(*), max(position) FROM event")
        count, highest = cursor.fetchone() or (0, 0)
    assert count == highest > 0
