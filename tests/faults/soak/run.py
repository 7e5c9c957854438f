"""One run: load and havoc for so many seconds, then quiet, then the verdict."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from gateways.cli.demo import BEGINS
from gateways.cli.starting import load_associations
from services.catalogue import NAMES
from tests.bench.figures import environment
from tests.faults.soak.havoc import Havoc, Strike
from tests.faults.soak.load import TENANTS, Load
from tests.faults.soak.logs import ServiceLog, logs_of
from tests.faults.soak.memory import Held, Memory
from tests.faults.soak.verdict import Verdict, judge
from tests.ground.process import wait_until
from tests.ground.rabbitmq import RabbitMQ
from tests.journeys.distributed import distributed

QUIET_WITHIN = 150.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be done. rate: commands a second; every: seconds between strikes; seed: of all that is chosen."""

    seconds: float
    seed: int
    rate: float = 50.0
    every: float = 10.0


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What was done and what came of it. quiet_after: seconds until every follower and consumer had caught up."""

    plan: Plan
    environment: str
    load: Load
    begun: float
    ended: float
    strikes: Sequence[Strike]
    ended_by_themselves: Sequence[str]
    memory: Sequence[Held]
    verdict: Verdict = field(default_factory=Verdict)
    quiet_after: float | None = None

    @property
    def faults(self) -> list[str]:
        """Everything that must not be; empty where all is well."""
        slow = [f"{one.who} did not come back" for one in self.strikes if one.seconds is None]
        restless = [] if self.quiet_after is not None else [f"not quiet after {QUIET_WITHIN:.0f} s"]
        growing = [f"{one.who} grows by {one.slope:.1f} MB a minute" for one in self.memory if not one.flat]
        return [*self.verdict.faults, *slow, *restless, *self.load.stuck, *growing]


def run(folder: Path, broker: RabbitMQ, plan: Plan) -> Outcome:
    """Carry out the plan on a platform of its own."""
    place = environment()
    with distributed(folder, broker.url, BEGINS, durable=True) as (platform, client):
        load_associations(client, TENANTS)
        logs = logs_of({name: platform.database(name) for name in NAMES})
        load = Load(client, platform.clock.now, plan.rate, plan.seed)
        havoc = Havoc(platform, broker, random.Random(plan.seed), plan.every)
        memory, over, begun = Memory(platform), threading.Event(), time.monotonic()
        sampling = threading.Thread(target=memory.watch, args=(over,), daemon=True)
        sampling.start()
        load.start()
        havoc.rage(plan.seconds, over)
        load.stop()
        outcome = Outcome(
            plan=plan, environment=place, load=load, begun=begun, ended=time.monotonic(), strikes=havoc.strikes,
            ended_by_themselves=havoc.ended_by_themselves, memory=memory.held(),
        )  # fmt: skip
        with suppress(TimeoutError):
            wait_until(lambda: quiet(logs), "quiet", seconds=QUIET_WITHIN, every=1.0)
            outcome.quiet_after = time.monotonic() - outcome.ended
        outcome.verdict = judge(logs, TENANTS, load.book.told)
        for log in logs.values():
            log.close()
    return outcome


def quiet(logs: Mapping[str, ServiceLog]) -> bool:
    """Whether everybody has read what there is to read, in their own logs and in those of others."""
    return all(_caught_up(own, logs, tenant) for own in logs.values() for tenant in TENANTS)


def _caught_up(own: ServiceLog, logs: Mapping[str, ServiceLog], tenant: str) -> bool:
    head = own.log.head(tenant)
    followed = all(position == head for position in own.followed(tenant).values())
    seen = all(own.views.position(tenant, view.name) == head for view in own.service.views)
    return followed and seen and all(_heard(own, logs[name], tenant) for name in own.service.listens_to)


def _heard(own: ServiceLog, publisher: ServiceLog, tenant: str) -> bool:
    last = publisher.publishing.previous(publisher.log, tenant, publisher.log.head(tenant))
    return own.heard(tenant, publisher.service.name) >= last
