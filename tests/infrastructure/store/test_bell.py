"""The bell: an append in one process wakes the followers of another."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing

import psycopg2
import pytest

from shared.followers import Wake
from shared.store.bell import Bell
from shared.store.hearing import Listening
from tests.ground.process import wait_until


@pytest.fixture
def url(fresh_database: Callable[[], str]) -> str:
    return fresh_database()


@pytest.fixture
def wake(url: str) -> Iterator[Wake]:
    """What a listening process hears."""
    heard = Wake()
    listening = Listening(url, heard.appended)
    listening.start()
    wait_until(lambda: sessions(url, "listen%") == 1, "a listener", seconds=10)
    yield heard
    listening.stop()


@pytest.fixture
def bell(url: str) -> Iterator[Bell]:
    ringing = Bell(url)
    ringing.start()
    yield ringing
    ringing.stop()


def sessions(url: str, doing: str) -> int:
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE %s", (doing,)
        )
        (count,) = cursor.fetchone() or (0,)
    return int(count)


def cut_off_all(url: str) -> None:
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_a_ring_tells_another_process_how_far_a_log_has_come(bell: Bell, wake: Wake) -> None:
    bell.ring("sidr", 7)
    bell.ring("kadi", 2)
    wait_until(lambda: wake.heads() == {"sidr": 7, "kadi": 2}, "the rings", seconds=15)


def test_rings_that_come_out_of_order_never_take_a_log_back(bell: Bell, wake: Wake) -> None:
    for position in (3, 9, 4):
        bell.ring("sidr", position)
    wait_until(lambda: wake.heads().get("sidr") == 9, "the highest", seconds=15)
    bell.ring("sidr", 5)
    bell.ring("kadi", 1)
    wait_until(lambda: "kadi" in wake.heads(), "the last ring", seconds=15)
    assert wake.heads()["sidr"] == 9


def test_both_sides_connect_again_after_the_database_has_cut_them_off(bell: Bell, wake: Wake, url: str) -> None:
    bell.ring("sidr", 1)
    wait_until(lambda: bool(wake.heads()), "the first ring", seconds=15)
    cut_off_all(url)

    def heard_again() -> bool:
        bell.ring("sidr", 2)
        return wake.heads()["sidr"] == 2

    wait_until(heard_again, "a ring after the cut", seconds=15, every=0.3)


def test_ringing_needs_no_database_that_answers() -> None:
    unheard = Bell("postgresql://127.0.0.1:1/none")
    unheard.start()
    unheard.ring("sidr", 1)
    unheard.stop()


GREEN = """
import eventlet
eventlet.monkey_patch()
from psycogreen.eventlet import patch_psycopg
patch_psycopg()
import sys, time
from shared.followers.wake import Wake
from shared.store.bell import Bell
from shared.store.hearing import Listening

wake, bell = Wake(), Bell(sys.argv[1])
Listening(sys.argv[1], wake.appended).start()
bell.start()
ticks, until = 0, time.monotonic() + 20
while wake.heads().get("sidr") != 3 and time.monotonic() < until:
    bell.ring("sidr", 3)
    ticks += 1
    eventlet.sleep(0.05)
eventlet.sleep(0.3)
print(wake.heads(), ticks > 0)
"""


def test_green_threads_hear_the_bell_as_the_workers_do(url: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", GREEN, url], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout.strip(), done.returncode) == ("{'sidr': 3} True", 0), done.stderr
