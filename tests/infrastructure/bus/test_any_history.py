"""Whatever happens to messages and processes, in whatever order: in the end each contract has had its effect once."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from shared.bus.publishing import published_range
from shared.store.log import EventLog
from tests.infrastructure.bus.bakery import (
    PUBLISHING,
    Killed,
    Kitchen,
    LoafBaked,
    MortalLog,
    OvenCleaned,
    ServeLoaf,
    append,
    burnt,
    new_log,
)

CASES = 3
tenants = st.sampled_from(["sidr", "kadi"])


class Deliveries(RuleBasedStateMachine):
    """Loaf number n belongs to case n % 3; the kitchen refuses the loaves of spoilt cases."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="sanad-deliveries-"))
        self.bakery = new_log(self.folder, "bakery")
        self.baked: Counter[str] = Counter()
        self.spoilt: set[int] = set()
        self.kitchen = self.reborn()

    def teardown(self) -> None:
        self.spoilt.clear()
        self.kitchen = self.reborn()
        self.kitchen.consumer.catch_up()
        for tenant in ("sidr", "kadi"):
            for case in range(CASES):
                assert self.kitchen.parking.replay(tenant, f"case-{case}").waits is None
            assert sorted(self.kitchen.served(tenant)) == list(range(self.baked[tenant]))
            facts = self.kitchen.facts(tenant)
            assert facts.count("ContractReplayed") == facts.count("ContractParked")
        assert self.kitchen.parking.parked() == []
        shutil.rmtree(self.folder)

    def reborn(self, lives: int = 0) -> Kitchen:
        def mortal(log: EventLog) -> EventLog:
            return MortalLog(log, (lives + 1) // 2, after=lives % 2 == 0) if lives else log  # type: ignore[return-value]

        return Kitchen(self.folder, self.bakery, self.spoils, lives_with=mortal)

    def spoils(self, command: ServeLoaf) -> None:
        burnt.unless(command.number % CASES not in self.spoilt)

    @rule(tenant=tenants, count=st.integers(1, 4))
    def bake(self, tenant: str, count: int) -> None:
        for _ in range(count):
            number = self.baked[tenant]
            append(self.bakery, tenant, "loaf", LoafBaked(loaf="rye", number=number), case=f"case-{number % CASES}")
            self.baked[tenant] += 1

    @rule(tenant=tenants)
    def clean(self, tenant: str) -> None:
        append(self.bakery, tenant, "oven-1", OvenCleaned(number=1))

    @precondition(lambda self: self.baked["sidr"])
    @rule(choice=st.randoms(use_true_random=False))
    def deliver_any_message(self, choice) -> None:  # type: ignore[no-untyped-def]
        self.kitchen.consumer.receive(choice.choice(published_range(self.bakery, PUBLISHING, "sidr", after=0)))

    @rule()
    def catch_up(self) -> None:
        self.kitchen.consumer.catch_up()

    @rule(lives=st.integers(1, 8))
    def catch_up_and_be_killed_at_a_write(self, lives: int) -> None:
        with suppress(Killed):
            self.reborn(lives).consumer.catch_up()
        self.kitchen = self.reborn()

    @rule(case=st.integers(0, CASES - 1))
    def spoil(self, case: int) -> None:
        self.spoilt.add(case)

    @rule(case=st.integers(0, CASES - 1), tenant=tenants, lives=st.integers(0, 6))
    def mend_and_replay_perhaps_killed(self, case: int, tenant: str, lives: int) -> None:
        self.spoilt.discard(case)
        with suppress(Killed):
            self.reborn(lives).parking.replay(tenant, f"case-{case}")
        self.kitchen = self.reborn()

    @invariant()
    def nothing_is_doubled_and_each_case_is_in_order(self) -> None:
        for tenant in ("sidr", "kadi"):
            for case in range(CASES):
                of_case = [number for number in self.kitchen.served(tenant) if number % CASES == case]
                assert of_case == list(range(case, case + CASES * len(of_case), CASES))


TestDeliveries = Deliveries.TestCase
TestDeliveries.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
