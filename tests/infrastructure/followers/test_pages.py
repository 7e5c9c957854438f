"""What several followers read of one log: once, whole, and in order, wherever each of them stands."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.followers.pages import LONGEST, Pages
from shared.store.log import Recorded
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.bus.bakery import bake


class Counted(SqliteLog):
    """Counts how often it is read."""

    reads = 0

    def read(self, tenant: str, after: int, limit: int) -> Sequence[Recorded]:
        self.reads += 1
        return super().read(tenant, after, limit)


@pytest.fixture
def counted(log: SqliteLog) -> Counted:
    log.__class__ = Counted
    assert isinstance(log, Counted)
    return log


def positions(page: Sequence[Recorded]) -> list[int]:
    return [row.position for row in page]


def test_followers_that_stand_at_one_place_read_once(counted: Counted) -> None:
    bake(counted, "nakhla", 2)
    pages = Pages(counted)
    with ThreadPoolExecutor(4) as followers:
        read = list(followers.map(lambda _: positions(pages.read("nakhla", 0, 500)), range(4)))
    assert (read, counted.reads) == ([[1, 2]] * 4, 1)


def test_one_that_stands_within_the_page_is_given_the_rest_of_it(counted: Counted) -> None:
    bake(counted, "nakhla", 2)
    pages = Pages(counted)
    pages.read("nakhla", 0, 500)
    assert (positions(pages.read("nakhla", 1, 500)), counted.reads) == ([2], 1)


def test_the_end_of_the_log_is_looked_for_anew(counted: Counted) -> None:
    bake(counted, "nakhla", 1)
    pages = Pages(counted)
    assert positions(pages.read("nakhla", 0, 500)) == [1]
    assert pages.read("nakhla", 1, 500) == ()
    bake(counted, "nakhla", 1, first=2)
    assert positions(pages.read("nakhla", 1, 500)) == [2]


def test_one_that_lags_behind_does_not_take_the_newest_page_from_the_others(counted: Counted) -> None:
    bake(counted, "nakhla", LONGEST + 20)
    pages, head = Pages(counted), counted.head("nakhla")
    pages.read("nakhla", head - 2, 500)
    for after, limit in ((0, 5), (0, 500)):
        pages.read("nakhla", after, limit)
    counted.reads = 0
    assert (positions(pages.read("nakhla", head - 2, 500)), counted.reads) == ([head - 1, head], 0)


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(st.tuples(st.integers(0, 2), st.integers(1, 7)), max_size=40))
def test_each_follower_sees_every_event_once_whoever_reads_when(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, int]]
) -> None:
    log = SqliteLog(tmp_path_factory.mktemp("pages") / "log.db")
    log.create()
    pages, reached, number = Pages(log), {1: 0, 2: 0}, 1
    for who, size in steps:
        if who == 0:
            bake(log, "nakhla", size, first=number)
            number += size
            continue
        page = positions(pages.read("nakhla", reached[who], size))
        assert page == list(range(reached[who] + 1, reached[who] + 1 + len(page)))
        assert page or reached[who] == log.head("nakhla")
        reached[who] += len(page)
    log.close()
