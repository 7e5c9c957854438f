"""Threads that meet a class for the first time at once all read it, and the process lives on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MEETING = """
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import make_dataclass
from threading import Barrier
import msgspec
from shared.codec import decoder

sys.setswitchinterval(1e-6)
fields = range(30)
for n in range(20):
    inner = make_dataclass(f"Inner{n}", [(f"f{i}", "list[int] | None", None) for i in fields])
    outer = make_dataclass(f"Outer{n}", [(f"g{i}", tuple[inner, ...], ()) for i in fields])
    data = msgspec.json.encode({f"g{i}": [{"f1": [1]}] for i in fields})
    meet = Barrier(8)

    def read(_):
        meet.wait()
        return READ

    with ThreadPoolExecutor(8) as pool:
        assert len(list(pool.map(read, range(8)))) == 8
"""


def met(read: str) -> int:
    """How a process ends whose threads read like this."""
    script = [sys.executable, "-c", MEETING.replace("READ", read)]
    return subprocess.run(script, cwd=Path(__file__).parents[3], capture_output=True).returncode


@pytest.mark.parametrize(
    "read", ["decoder(outer).decode(data)", "decoder(outer) and msgspec.convert(msgspec.json.decode(data), outer)"]
)
def test_a_class_is_learned_by_one_thread(read: str) -> None:
    assert met(read) == 0
