"""Views: rows and position together, rebuilt by one call, waited for by who has just written."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Column, Engine, Integer, MetaData, String, Table, select

from shared.followers import FollowerRunner, Rows, View, ViewStore, Wake
from shared.followers.filling import filling
from shared.followers.views import OutOfStep
from shared.store.log import Recorded
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.bus.bakery import LoafBaked, append, bake, decode

LOAVES = Table(
    "loaves",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("number", Integer),
)


def fill(rows: Rows, recorded: Recorded, event: Any) -> None:
    if isinstance(event, LoafBaked):
        rows.add(LOAVES, position=recorded.position, number=event.number)


VIEW = View(name="loaves", tables=(LOAVES,), apply=fill)


def numbers(store: ViewStore, tenant: str = "nakhla") -> list[int]:
    with store.engine.connect() as connection:
        query = select(LOAVES.c.number).where(LOAVES.c.tenant == tenant).order_by(LOAVES.c.position)
        return list(connection.execute(query).scalars())


@pytest.fixture
def store(engine: Engine) -> ViewStore:
    made = ViewStore(engine, [VIEW], decode)
    made.create()
    made.create()
    return made


@pytest.fixture
def running(store: ViewStore, log: SqliteLog) -> Iterator[FollowerRunner]:
    runner = FollowerRunner(log, filling(store, log), Wake(), interval=0.01, page=3)
    runner.start()
    yield runner
    runner.stop()


@pytest.mark.usefixtures("running")
def test_who_has_written_can_wait_to_read_it(store: ViewStore, log: SqliteLog) -> None:
    bake(log, "nakhla", 10)
    bake(log, "sidr", 2)
    assert store.wait_for("nakhla", "loaves", log.head("nakhla"))
    assert numbers(store) == list(range(1, 11))
    assert store.wait_for("sidr", "loaves", log.head("sidr"))
    assert numbers(store, "sidr") == [1, 2]


def test_waiting_for_what_nobody_has_written_ends(store: ViewStore) -> None:
    assert not store.wait_for("nakhla", "loaves", 1, timeout=0.05)


def test_a_page_given_twice_fills_rows_once(store: ViewStore, log: SqliteLog) -> None:
    bake(log, "nakhla", 4)
    (follower,) = filling(store, log)
    for _ in range(2):
        follower.apply("nakhla", log.read("nakhla", 0, 3))
    follower.apply("nakhla", log.read("nakhla", 1, 100))
    assert numbers(store) == [1, 2, 3, 4]


def test_a_page_that_skips_an_event_is_not_applied(store: ViewStore, log: SqliteLog) -> None:
    bake(log, "nakhla", 4)
    with pytest.raises(OutOfStep):
        store.apply("nakhla", log.read("nakhla", 1, 100))
    assert (numbers(store), store.position("nakhla", "loaves")) == ([], 0)
    filling(store, log)[0].apply("nakhla", log.read("nakhla", 1, 100))
    assert (numbers(store), store.position("nakhla", "loaves")) == ([1, 2, 3, 4], log.head("nakhla"))


def test_a_failing_page_leaves_neither_rows_nor_position(engine: Engine, log: SqliteLog) -> None:
    def spoils(rows: Rows, recorded: Recorded, event: Any) -> None:
        fill(rows, recorded, event)
        assert recorded.position < 3

    store = ViewStore(engine, [View(name="loaves", tables=(LOAVES,), apply=spoils)], decode)
    store.create()
    bake(log, "nakhla", 4)
    with pytest.raises(AssertionError):
        filling(store, log)[0].apply("nakhla", log.read("nakhla", 0, 100))
    assert (numbers(store), store.position("nakhla", "loaves")) == ([], 0)


def test_a_view_that_fails_holds_up_no_other(engine: Engine, log: SqliteLog) -> None:
    def spoils(_rows: Rows, recorded: Recorded, _event: Any) -> None:
        assert recorded.position < 3

    store = ViewStore(engine, [View(name="spoilt", tables=(), apply=spoils), VIEW], decode)
    store.create()
    bake(log, "nakhla", 4)
    runner = FollowerRunner(log, filling(store, log), Wake(), interval=0.01, page=2)
    runner.start()
    assert store.wait_for("nakhla", "loaves", 4)
    bake(log, "nakhla", 40, first=5)
    assert store.wait_for("nakhla", "loaves", log.head("nakhla"), timeout=20)
    runner.stop()
    assert numbers(store) == list(range(1, 45))
    assert store.position("nakhla", "spoilt") == 2


@pytest.mark.usefixtures("running")
def test_a_view_is_rebuilt_while_events_keep_coming(store: ViewStore, log: SqliteLog) -> None:
    bake(log, "nakhla", 20)
    baking = threading.Thread(target=bake, args=(log, "nakhla", 20), kwargs={"first": 21})
    baking.start()
    assert store.wait_for("nakhla", "loaves", 5)
    for _ in range(3):
        assert store.rebuild("loaves", log, page=7) >= 26
    baking.join()
    assert store.wait_for("nakhla", "loaves", log.head("nakhla"))
    assert numbers(store) == list(range(1, 41))


def test_two_processes_filling_one_view_do_not_double_it(store: ViewStore, log: SqliteLog) -> None:
    runners = [FollowerRunner(log, filling(store, log), Wake(), interval=0.01, page=2) for _ in range(2)]
    for runner in runners:
        runner.start()
    bake(log, "nakhla", 40)
    assert store.wait_for("nakhla", "loaves", log.head("nakhla"), timeout=20)
    for runner in runners:
        runner.stop()
    assert numbers(store) == list(range(1, 41))


@pytest.mark.usefixtures("running")
def test_events_appended_one_by_one_are_seen_without_a_signal(store: ViewStore, log: SqliteLog) -> None:
    for number in range(1, 6):
        receipt = append(log, "nakhla", f"loaf-rye-{number}", LoafBaked(loaf="rye", number=number))
        assert store.wait_for("nakhla", "loaves", receipt.last, timeout=2)
    assert numbers(store) == [1, 2, 3, 4, 5]
