"""Two minutes of what `make soak` does for ten."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.faults.soak.havoc import BROKER, DATABASE, DOOR
from tests.faults.soak.report import text
from tests.faults.soak.run import Plan, run
from tests.ground.rabbitmq import RabbitMQ

SECONDS = 120.0


@pytest.mark.timeout(900)
def test_nothing_is_lost_or_doubled_whatever_dies(tmp_path: Path, broker: RabbitMQ) -> None:
    seed = int(os.environ.get("SANAD_SOAK_SEED") or random.SystemRandom().randrange(1_000_000))
    print(f"SANAD_SOAK_SEED={seed} makes the same choices again")
    outcome = run(tmp_path, broker, Plan(seconds=SECONDS, seed=seed))
    assert outcome.faults == [], text(outcome)
    assert {BROKER, DATABASE, DOOR} <= {strike.who for strike in outcome.strikes}
    assert any(one.attempts > 1 for one in outcome.load.book.told), "no kill was felt: the test did not test"
