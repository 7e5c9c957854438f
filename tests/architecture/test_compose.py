"""The distributed platform as docker-compose.yml describes it: every process there, nothing it names missing."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.architecture.sources import ROOT, services

FILES = ("docker-compose.yml", "deploy/compose/tests.yml")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
PROCESSES: dict[str, dict[str, Any]] = COMPOSE["services"]
SERVICES = [path.name for path in services()]


def mounts() -> Iterator[tuple[str, str]]:
    """Which process mounts what: a volume's name, or a path that begins with a dot."""
    for name, process in PROCESSES.items():
        yield from ((name, str(volume).split(":")[0]) for volume in process.get("volumes", []))


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_valid_by_the_published_schema(name: str) -> None:
    schema = ["--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *schema, str(ROOT / name)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", FILES)
def test_compose_itself_reads_the_file_where_it_is_installed(name: str, tmp_path: Path) -> None:
    """The schema above is checked everywhere; Compose also checks that references and mounts agree."""
    shutil.copytree(ROOT / "deploy", tmp_path / "deploy", ignore=shutil.ignore_patterns("secrets"))
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    shutil.copy(ROOT / "docker-compose.yml", tmp_path)
    subprocess.run([str(tmp_path / "scripts" / "secrets")], check=True)
    assert all((tmp_path / secret["file"]).is_file() for secret in COMPOSE["secrets"].values())
    if not composes():
        return
    told = subprocess.run(
        ["docker", "compose", "--file", name, "config", "--format", "json"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (told.returncode, told.stderr) == (0, "")
    assert (
        json.loads(told.stdout)["services"].keys()
        == yaml.safe_load((ROOT / name).read_text("utf-8"))["services"].keys()
    )


def composes() -> bool:
    """Say whether this machine has Compose, version 2 or newer."""
    if shutil.which("docker") is None:
        return False
    asked = subprocess.run(["docker", "compose", "version", "--short"], capture_output=True, text=True, check=False)
    return asked.returncode == 0 and not asked.stdout.startswith("1.")


def test_one_process_builds_the_image_that_all_share() -> None:
    """Built by each of them, it would be written out once for each, and all but the last left lying about."""
    ours = {name: process for name, process in PROCESSES.items() if process.get("image") == "sanad:local"}
    assert [name for name, process in ours.items() if "build" in process] == ["init"]
    assert {process["pull_policy"] for name, process in ours.items() if name != "init"} == {"never"}


def test_an_unmounted_folder_gets_no_volume_of_its_own() -> None:
    assert "VOLUME" not in (ROOT / "deploy" / "Dockerfile").read_text("utf-8")


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_has_a_door_and_a_worker_with_its_own_database(service: str) -> None:
    door, worker = PROCESSES[service], PROCESSES[f"{service}-worker"]
    assert door["command"] == ["python", "-m", f"services.{service}", "serve"]
    assert worker["command"] == ["python", "-m", f"services.{service}", "work"]
    assert {process["environment"]["SANAD_DATABASE_URL"] for process in (door, worker)} == {
        f"postgresql://sanad_{service}_app@postgres/sanad_{service}"
    }


@pytest.mark.parametrize("service", SERVICES)
def test_every_gateway_is_told_where_each_service_is(service: str) -> None:
    for gateway in ("gateway", "audit"):
        assert f"{service}={service}:50051" in PROCESSES[gateway]["environment"]["SANAD_SERVICES"].split(",")


def test_every_process_but_the_one_that_runs_once_says_when_it_is_healthy() -> None:
    assert [name for name, process in PROCESSES.items() if "healthcheck" not in process] == ["init"]


def test_every_process_runs_a_module_that_exists() -> None:
    commands = [process["command"] for process in PROCESSES.values() if process.get("image") == "sanad:local"]
    modules = [command[2].replace(".", "/") for command in commands if command[:2] == ["python", "-m"]]
    assert len(modules) == 2 * len(SERVICES) + 2
    assert [module for module in modules if not (ROOT / module / "__main__.py").is_file()] == []


def test_the_image_is_made_of_what_exists() -> None:
    lines = (ROOT / "deploy" / "Dockerfile").read_text("utf-8").splitlines()
    copied = [
        path for line in lines if line.startswith("COPY ") and "--from" not in line for path in line.split()[1:-1]
    ]
    assert copied
    assert [path for path in copied if not (ROOT / path).exists()] == []


def test_what_is_waited_for_exists() -> None:
    awaited = {other for process in PROCESSES.values() for other in process.get("depends_on", {})}
    assert awaited <= PROCESSES.keys()


def test_what_is_mounted_exists() -> None:
    missing = [
        (process, source)
        for process, source in mounts()
        if not ((ROOT / source).exists() if source.startswith(".") else source in COMPOSE["volumes"])
    ]
    assert missing == []


def test_every_secret_is_declared_and_made_by_the_script() -> None:
    wanted = {
        secret["source"] if isinstance(secret, dict) else secret
        for process in PROCESSES.values()
        for secret in process.get("secrets", [])
    }
    script = (ROOT / "scripts" / "secrets").read_text("utf-8")
    assert wanted == COMPOSE["secrets"].keys()
    assert all(secret["file"].rsplit("/", 1)[1] in script for secret in COMPOSE["secrets"].values())


def test_only_gateways_and_the_one_that_makes_it_are_given_the_signing_key() -> None:
    assert {name for name, source in mounts() if source == "keys_gateways"} == {"init", "gateway", "audit"}
