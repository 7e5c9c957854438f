"""Reading: streams beside bare rows, a case across all services, and a view made again."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import psycopg2

from gateways.audit.replay import ReplayCase, Replayer
from gateways.rehearsal.people import staff
from services.catalogue import NAMES, SERVICES
from services.intake.service import SERVICE as INTAKE
from shared.application.infrastructure import Infrastructure
from shared.application.service import Service
from shared.clock import SystemClock
from shared.domain.actor import Actor
from shared.followers.engine import engine_for
from shared.followers.views import ViewStore
from shared.store import rows as columns
from shared.store.log import Append, Recorded
from shared.store.postgres_log import PostgresLog
from shared.vault import Vault
from shared.vault.keyring import FileKeyring
from shared.vault.postgres import open_vault
from tests.bench.appending import one_event
from tests.bench.crowd import in_turns, repeated
from tests.bench.figures import Figure
from tests.bench.material import ONE_BY_ONE, SIDE_BY_SIDE, TENANT, lived, multiply, platform, restore
from tests.ground.postgres import create_database, private_postgres

STEPS = 200
EVENTS = 100_000
BARE = f"select {columns.EVENT_COLUMNS} from event e where e.tenant = %s and e.stream = %s order by e.version"


@contextmanager
def opened(server: str) -> Iterator[tuple[str, PostgresLog]]:
    """A log in a database of its own."""
    url = create_database(server)
    with closing(PostgresLog(url)) as log:
        log.create()
        yield url, log


def streams() -> Iterator[Figure]:
    """One stream through the store, beside the same rows fetched by psycopg2."""
    with private_postgres(durable=True) as server, opened(server.url) as (url, log):
        for length in (5, 1000):
            log.append_all(_long(stream := f"case-{length}", length))
            with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
                connection.autocommit = True

                def bare(name=stream, cursor=cursor) -> None:  # type: ignore[no-untyped-def]
                    cursor.execute(BARE, ("bench", name))
                    cursor.fetchall()

                own, beside = in_turns(lambda name=stream: log.read_streams("bench", {name: 0}), bare)  # type: ignore[misc]
            told = f"{own.within(0.5):.2f} ms; bare {beside.within(0.5):.2f} ms"
            ratio = beside.within(0.5) / own.within(0.5)
            yield Figure(what=f"stream of {length:,} : bare rows", told=told, value=ratio, floor=0.8)


def _long(stream: str, length: int) -> list[Append]:
    """Each event the work of a command of its own, as in life."""
    from msgspec.structs import replace

    one = one_event("bench")
    return [
        replace(
            one,
            cause=replace(one.cause, command_id=uuid4()),
            events=(replace(one.events[0], stream=stream, version=n + 1),),
        )
        for n in range(length)
    ]


def case() -> Iterator[Figure]:
    """A whole case with a long middle, replayed from six logs; without the network in between. What an auditor reads is
    put on record by each service before it answers, on a disk that is waited for."""
    with platform() as place:
        story = lived(place, STEPS)
        logs = place.rows()
    with private_postgres(durable=True) as server, TemporaryDirectory(prefix="sanad-bench-") as folder:
        keyring = FileKeyring(Path(folder) / "keys", create=True)
        with closing(open_vault(create_database(server.url), keyring, SystemClock().now)) as vault:
            applications = {
                service.name: service.application(_infrastructure(service, server.url, logs[service.name], vault))
                for service in SERVICES
            }
            replayer = Replayer(NAMES, lambda service, query, actor: applications[service].ask(query, actor))
            for reader in ("officer-1", "auditor-1"):
                yield _replayed(replayer, ReplayCase(case_id=story.request_id), staff(TENANT, reader))


def _infrastructure(service: Service, server: str, rows: Sequence[Recorded], vault: Vault) -> Infrastructure:
    url = create_database(server)
    log = PostgresLog(url)
    log.create()
    restore(log, rows)
    views = ViewStore(engine_for(url), service.views, service.catalogue.decode)
    return Infrastructure(log=log, vault=vault, clock=SystemClock(), views=views)


def _replayed(replayer: Replayer, query: ReplayCase, reader: Actor) -> Figure:
    steps = replayer.replay(query, reader).steps
    times = repeated(lambda: replayer.replay(query, reader))
    return Figure(
        what=f"a case of 200 events across six services, for {reader.ref}, p50",
        told=f"{len(steps)} steps, p50 {times.within(0.5):.1f}, p99 {times.within(0.99):.1f} ms",
        value=times.within(0.5),
        unit="ms",
        ceiling=20.0,
    )


def rebuild() -> Iterator[Figure]:
    """Intake's list of requests, made again from copies of one whole case: lived one after the other, when a page has
    many events of few rows, and all at the same time, when each event of a page has a row of its own."""
    with platform() as place:
        story = lived(place)
        own = place.rows()["intake"]
    ids = [story.id(name) for name in ("request", "beneficiary", "reception")]
    with private_postgres(durable=True) as server:
        for how, position in (("case after case", ONE_BY_ONE), ("all cases at once", SIDE_BY_SIDE)):
            with opened(server.url) as (url, log):
                restore(log, [row for row in own if row.stream.startswith("rulebook")])
                begins = log.head(TENANT)
                restore(log, [row for row in own if any(id_ in row.stream for id_ in ids)])
                multiply(url, begins, ids, EVENTS, position)
                views = ViewStore(engine_for(url), INTAKE.views, INTAKE.catalogue.decode)
                views.create()
                begun = time.monotonic()
                events = views.rebuild("requests", log)
                seconds = time.monotonic() - begun
            told = f"{events:,} events in {seconds:.1f} s"
            value = events / seconds
            yield Figure(what=f"a view rebuilt, {how}", told=told, value=value, unit="events/s", floor=10_000)
