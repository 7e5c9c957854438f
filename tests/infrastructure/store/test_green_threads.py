"""The PostgreSQL log under eventlet and psycogreen, in a process of its own as in the services."""

from __future__ import annotations

import subprocess
import sys

from tests.infrastructure.store.conftest import FreshDatabase

PROGRAM = """
import eventlet
eventlet.monkey_patch()
from psycogreen.eventlet import patch_psycopg
patch_psycopg()
import sys
from shared.store.grouping import GroupingLog
from shared.store.postgres_log import PostgresLog
from tests.infrastructure.store.examples import SIDR, append, event, positions, whole_log

store = PostgresLog(sys.argv[1], pool_size=3)
store.create()
log = GroupingLog(store)
ticks = 0

def tick():
    global ticks
    while True:
        ticks += 1
        eventlet.sleep(0.01)

ticking = eventlet.spawn(tick)
sleeping = [eventlet.spawn(store._query, "select 1 from pg_sleep(0.3)", ()) for _ in range(6)]
for each in sleeping:
    each.wait()
assert ticks > 20, f"the process stood still while the database slept: {ticks}"

writers = [eventlet.spawn(log.append, append(event(1, stream=f"request-{n}"))) for n in range(200)]
killed = [eventlet.spawn(log.append, append(event(1, stream=f"killed-{n}"))) for n in range(20)]
eventlet.sleep(0)
for each in killed:
    each.kill()
assert sorted(each.wait().first for each in writers)[-1] >= 200
stored = whole_log(log, SIDR)
assert positions(stored) == list(range(1, len(stored) + 1))
assert log.append(append(event(2, stream="request-1"))).first == len(stored) + 1
print("all stored")
"""


def test_green_threads_share_connections_without_stopping_the_process(fresh_database: FreshDatabase) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM, fresh_database()], capture_output=True, text=True, timeout=60
    )
    assert (done.stdout.strip(), done.returncode) == ("all stored", 0), done.stderr
