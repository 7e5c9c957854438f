"""The embedded platform killed with no farewell, again and again, while cases are lived on it."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from gateways.rehearsal.case import request, whole_case
from gateways.rehearsal.people import staff
from gateways.rehearsal.story import Story
from services.catalogue import NAMES
from shared.identity import signing_key
from tests.faults.patient import PatientClient
from tests.ground.process import Process, free_ports, wait_until


@pytest.fixture
def platform(tmp_path: Path) -> Iterator[tuple[Process, str]]:
    web, grpc = free_ports(2)
    ports = ["--http-port", str(web), "--grpc-port", str(grpc)]
    command = [sys.executable, "-m", "gateways.cli", "up", "--data", str(tmp_path / "data"), *ports]
    process = Process("sanad", [*command, "--clock", "2026-03-15T09:00:00"], tmp_path)
    process.start()
    wait_until(lambda: "associations" in process.log, "the platform", seconds=60)
    yield process, f"http://127.0.0.1:{web}"
    process.stop()


def test_a_platform_killed_at_any_moment_loses_nothing_and_doubles_nothing(
    platform: tuple[Process, str], tmp_path: Path
) -> None:
    process, url = platform
    client = PatientClient(url, signing_key(tmp_path / "data" / "keys"))
    stories = [Story(client, tenant, lambda _moment: None) for tenant in ("kadi", "kadi", "kadi")]
    finished = threading.Event()
    killer = threading.Thread(target=kill_often, args=(process, finished, random.Random(7)))
    killer.start()
    try:
        for story in stories:
            whole_case(story)
    finally:
        finished.set()
        killer.join()
    assert client.retries > 0, "no kill was felt: the test did not test"
    for story in stories:
        assert request(story)["stage"] == "closed"
        steps = client.case(staff("kadi", "auditor-1"), story.request_id)["steps"]
        told = [(step["type"], step["stream"], step["version"]) for step in steps]
        assert len(told) == len(set(told))
        assert [step["type"] for step in steps].count("ReviewOpened") == 1
    process.stop()
    for name in NAMES:
        assert is_gapless(tmp_path / "data" / f"{name}.db")


def kill_often(process: Process, finished: threading.Event, chance: random.Random) -> None:
    for _ in range(4):
        if finished.wait(chance.uniform(0.5, 1.5)):
            return
        process.kill()
        process.start()
        with suppress(RuntimeError):
            wait_until(lambda: process.log.count("associations") > 0 and process.running, "the platform again")


def is_gapless(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT tenant, max(position), count(*) FROM event GROUP BY tenant").fetchall()
    return all(highest == count for _, highest, count in rows)


def test_a_second_platform_on_the_same_data_is_refused(platform: tuple[Process, str], tmp_path: Path) -> None:
    ports = [str(port) for port in free_ports(2)]
    command = [sys.executable, "-m", "gateways.cli", "up", "--data", str(tmp_path / "data")]
    second = subprocess.run(
        [*command, "--http-port", ports[0], "--grpc-port", ports[1]],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert second.returncode == 3
    assert "data_folder_in_use" in second.stderr
