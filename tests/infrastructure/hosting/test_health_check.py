"""What the containers run beside each process to hear whether it is well."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.hosting.probe import watch
from tests.ground.process import free_ports

SCRIPT = Path(__file__).parents[3] / "deploy" / "compose" / "healthy.py"


def verdict(port: int) -> int:
    """The exit code of the check, run as the containers run it: without site packages."""
    return subprocess.run([sys.executable, "-I", "-S", str(SCRIPT), str(port)], check=False).returncode


@pytest.fixture(params=[True, False], ids=["well", "unwell"])
def watched(request: pytest.FixtureRequest) -> Iterator[tuple[int, bool]]:
    """A probe's port, and what the process behind it says of itself."""
    [port] = free_ports(1)
    stop = watch("127.0.0.1", port, lambda: bool(request.param))
    yield port, bool(request.param)
    stop()


def test_the_check_passes_on_what_the_process_says(watched: tuple[int, bool]) -> None:
    port, well = watched
    assert verdict(port) == (0 if well else 1)


def test_a_process_that_does_not_answer_is_not_healthy() -> None:
    assert verdict(free_ports(1)[0]) == 1
