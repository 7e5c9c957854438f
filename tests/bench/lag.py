"""Contract lag: from an event stored in one service to its effect stored in another, in the distributed platform."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

from gateways.cli.demo import BEGINS
from gateways.cli.starting import POLICIES, load_associations
from gateways.client import PlatformClient
from gateways.doors import DOORS
from gateways.rehearsal.opening import receive
from gateways.rehearsal.people import applicant, staff
from gateways.rehearsal.story import Story
from services.intake.domain.commands.beneficiary import AgreeContactChannel
from shared.doors.client import Client
from shared.identity import issue, signing_key
from shared.store.log import Recorded, event_id
from shared.store.postgres_log import PostgresLog
from tests.bench.figures import Figure
from tests.ground.rabbitmq import private_rabbitmq
from tests.journeys.distributed import Distributed, distributed

# Commands a second: half of what is asked for, which says what the lag is where the machine carries the load; and it.
RATES = {100: (None, None), 200: (10, 50)}
SECONDS = 20.0
WARM_UP = timedelta(seconds=4)
PEOPLE = 30  # of each association: few commands each, as in life, so that their streams stay short
TELLERS = 16
SHARES = (0.5, 0.99)


def lag() -> Iterator[Figure]:
    """Intake's `AgreeContactChannel`, told over gRPC at a fixed rate, and what notifications notes because of it."""
    with (
        private_rabbitmq() as broker,
        TemporaryDirectory(prefix="sanad-bench-") as folder,
        distributed(Path(folder), broker.url, BEGINS, durable=True) as (platform, client),
    ):
        tenants = load_associations(client, [file.stem for file in POLICIES.glob("*.yaml")])
        stories = [_known(client, tenant) for tenant in tenants for _ in range(PEOPLE)]
        for rate, ceilings in RATES.items():
            begun = datetime.now(UTC) + WARM_UP
            kept = _told(platform, stories, rate)
            time.sleep(2)
            lags = sorted(_lags(platform, tenants, begun))
            told = f"{kept:.0f} commands/s, {len(lags)} effects, " + ", ".join(
                f"p{share * 100:.0f} {_within(lags, share):.1f}" for share in SHARES
            )
            for share, ceiling in zip(SHARES, ceilings, strict=True):
                what = f"contract lag at {rate} commands/s, p{share * 100:.0f}"
                yield Figure(what=what, told=f"{told} ms", value=_within(lags, share), unit="ms", ceiling=ceiling)


def _known(client: PlatformClient, tenant: str) -> Story:
    """Somebody in the register, with whom a channel is agreed."""
    story = Story(client, tenant, lambda _moment: None)
    receive(story)
    return story


def _told(platform: Distributed, stories: Sequence[Story], rate: int) -> float:
    """Tell at the fixed rate, whether or not answers come; gives the rate that was kept."""
    key, now = signing_key(platform.keys), platform.clock.now()
    tokens = {story.tenant: issue(staff(story.tenant, "officer-1"), key, now) for story in stories}
    begun = time.monotonic()
    with (
        closing(Client(f"127.0.0.1:{platform.ports['intake']}", DOORS["intake"])) as door,
        ThreadPoolExecutor(TELLERS) as crew,
    ):

        def tell(number: int) -> None:
            time.sleep(max(0.0, begun + number / rate - time.monotonic()))
            story = stories[number % len(stories)]
            door.tell(_agreement(story), tokens[story.tenant], uuid4())

        count = len(list(crew.map(tell, range(int(rate * SECONDS)))))
    return count / (time.monotonic() - begun)


def _agreement(story: Story) -> Any:
    beneficiary = story.id("beneficiary")
    return AgreeContactChannel(
        beneficiary_id=beneficiary, channel=applicant(story.tenant).agreed_on, contact_point_id=story.agreed_point(),
        recipient_id=beneficiary, language="ar",
    )  # fmt: skip


def _lags(platform: Distributed, tenants: Sequence[str], begun: datetime) -> Iterator[float]:
    """Milliseconds of each effect; both moments are taken by the one database server."""
    for tenant in tenants:
        causes = {event_id(tenant, "intake", row.position): row for row in _rows(platform, "intake", tenant)}
        for row in _rows(platform, "notifications", tenant):
            cause = causes.get(row.causation_id or UUID(int=0))
            if cause and cause.recorded_at >= begun:
                yield (row.recorded_at - cause.recorded_at).total_seconds() * 1000


def _rows(platform: Distributed, service: str, tenant: str) -> Sequence[Recorded]:
    with closing(PostgresLog(platform.database(service))) as log:
        return log.read(tenant, 0, 100_000)


def _within(lags: Sequence[float], share: float) -> float:
    return lags[int(share * (len(lags) - 1))]
