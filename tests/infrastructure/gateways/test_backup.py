"""A backup as the runbook takes it, restored into an empty place: the same case, and the same person behind it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from gateways.cli.demo import BEGINS
from gateways.cli.starting import load_associations, running
from gateways.rehearsal.case import whole_case
from gateways.rehearsal.people import staff
from gateways.rehearsal.story import Story
from shared.clock import AdjustableClock
from shared.settings import Settings

SEED = UUID("8d1c4a4e-52c4-4f0e-9a7e-5f1a0a3f6c11")
TENANT = "kadi"


@contextmanager
def story_on(folder: Path, clock: AdjustableClock) -> Iterator[Story]:
    """A platform in one process on this project folder's data, and the one case that lives there."""
    settings = Settings(data=folder / "data", keys=folder / "data" / "keys", http_port=0, grpc_port=0)
    with running(settings, clock) as (_platform, client):
        load_associations(client, [TENANT])
        yield Story(client, TENANT, clock.move_to, seed=SEED, patience=120)


def known(story: Story) -> tuple[dict[str, Any], Any]:
    """The case's history, and what is sealed about its person."""
    person = {"beneficiary_id": story.id("beneficiary"), "reason": "a test"}
    history = story.settle()
    return history, story.client.ask(staff(TENANT, "officer-1"), "intake.ReadBeneficiary", person)


def tar(folder: Path, *arguments: str) -> None:
    subprocess.run(["tar", *arguments], cwd=folder, check=True)


def test_a_restored_copy_replays_the_case_and_opens_what_is_sealed(tmp_path: Path) -> None:
    first, second, clock = tmp_path / "first", tmp_path / "second", AdjustableClock(BEGINS)
    first.mkdir()
    second.mkdir()
    with story_on(first, clock) as story:
        whole_case(story)
        before = known(story)
    tar(
        first,
        "--create",
        "--exclude",
        "data/keys",
        "--exclude",
        "data/outbox",
        "--file",
        f"{tmp_path}/data.tar",
        "data",
    )
    tar(first, "--create", "--file", f"{tmp_path}/keys.tar", "data/keys")
    tar(second, "--extract", "--file", f"{tmp_path}/data.tar")
    assert not (second / "data" / "keys").exists()
    tar(second, "--extract", "--file", f"{tmp_path}/keys.tar")
    with story_on(second, clock) as story:
        assert known(story) == before
