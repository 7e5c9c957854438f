"""Whether an append costs more where much is stored already, or where many tenants share the store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import psycopg2

from shared.store.log import EventLog
from shared.store.postgres_log import PostgresLog
from tests.bench.appending import appending, store
from tests.bench.crowd import Times, repeated
from tests.bench.figures import Figure

FEW, MANY = 10_000, 1_000_000
FILL = """insert into event select 'tenant-' || n %% 8, %s + n / 8 + 1, 'old-' || n, 1, 'Measured', %s, 'old-' || n,
    'system', 'bench', gen_random_uuid(), gen_random_uuid(), null, 'p/1', now(), now()
    from generate_series(%s, %s - 1) n"""
FILL_COMMANDS = """insert into command select e.tenant, e.command_id, 'bench.Measure', repeat('0', 64), e.position,
    e.position, null, e.recorded_at from event e where not exists
    (select from command c where c.tenant = e.tenant and c.command_id = e.command_id)"""


def growth() -> Iterator[Figure]:
    """One writer, one command at a time."""
    with store() as url, closing(PostgresLog(url)) as log:
        _fill(url, 0, FEW)
        few = _cost(log, 8)
        _fill(url, FEW, MANY)
        many = _cost(log, 8)
        thousand = _cost(log, 1000)
        again = _cost(log, 8)
    told = f"p50 {many.within(0.5):.2f} ms; {few.within(0.5):.2f} ms"
    what = f"an append after {MANY:,} events : after {FEW:,}"
    yield Figure(what=what, told=told, value=many.within(0.5) / few.within(0.5), ceiling=1.3)
    told = f"p50 {thousand.within(0.5):.2f} ms; {again.within(0.5):.2f} ms"
    what = "an append among 1,000 tenants : among 8"
    yield Figure(what=what, told=told, value=thousand.within(0.5) / again.within(0.5), ceiling=1.3)


def _cost(log: EventLog, tenants: int) -> Times:
    return repeated(appending(log, tenants), 2.0)


def _fill(url: str, start: int, end: int) -> None:
    """Straight into the tables, as if appended, while no writer is about."""
    with closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("select coalesce(max(position), 0) from event")
            (highest,) = cursor.fetchone() or (0,)
            cursor.execute(FILL, (highest - start // 8, b"x" * 290, start, end))
            cursor.execute(FILL_COMMANDS)
            cursor.execute(
                "insert into tenant select 'tenant-' || n from generate_series(0, 7) n on conflict do nothing"
            )
            cursor.execute("vacuum analyze event, command")
            cursor.execute("checkpoint")
