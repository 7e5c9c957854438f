"""Group append: concurrent commands share a transaction and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any, cast

import pytest
from eventsourcing.persistence import OperationalError

from shared.store.grouping import GroupingLog
from shared.store.log import Append, EventLog, Receipt, Recorded, VersionClash, Wanted
from shared.store.postgres_log import PostgresLog
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.store.examples import KADI, SIDR, append, event, positions, whole_log

COMMANDS = 24


class Watched:
    """A real log that can be held up, notes the size of each group, and can lose its connection after the commit."""

    def __init__(self, log: SqliteLog | PostgresLog) -> None:
        self._log = log
        self.groups: list[int] = []
        self.may_go_on = Event()
        self.may_go_on.set()
        self.entered = Event()
        self.connection_breaks = False

    def append_all(self, appends: Sequence[Append]) -> Sequence[Receipt | Exception]:
        self.groups.append(len(appends))
        self.entered.set()
        assert self.may_go_on.wait(10)
        outcomes = self._log.append_all(appends)
        if self.connection_breaks:
            raise OperationalError("server closed the connection unexpectedly")
        return outcomes

    def read_streams(self, tenant: str, after: Mapping[str, int]) -> Sequence[Recorded]:
        return self.read_streams_of_all([(tenant, after)])[0]

    def read_streams_of_all(self, asked: Sequence[Wanted]) -> Sequence[Sequence[Recorded]]:
        self.groups.append(len(asked))
        self.entered.set()
        assert self.may_go_on.wait(10)
        return self._log.read_streams_of_all(asked)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._log, name)


@pytest.fixture(params=["sqlite", "postgres"])
def watched(request: pytest.FixtureRequest) -> Watched:
    return Watched(request.getfixturevalue(f"{request.param}_log"))


@pytest.fixture
def grouping(watched: Watched) -> GroupingLog:
    return GroupingLog(cast("EventLog", watched))


def _first_group_then(
    watched: Watched, grouping: GroupingLog, pool: ThreadPoolExecutor, appends: Sequence[Append]
) -> list[Future[Receipt]]:
    """Send the first append, and the others while it is under way."""
    watched.may_go_on.clear()
    sent = [pool.submit(grouping.append, appends[0])]
    assert watched.entered.wait(10)
    sent += [pool.submit(grouping.append, each) for each in appends[1:]]
    while grouping.appends.waiting < len(appends) - 1:
        Event().wait(0.001)
    return sent


def test_what_arrives_while_one_append_is_under_way_shares_the_next_transaction(
    watched: Watched, grouping: GroupingLog
) -> None:
    appends = [append(event(1, stream=f"request-{number}")) for number in range(COMMANDS)]
    with ThreadPoolExecutor(COMMANDS) as pool:
        sent = _first_group_then(watched, grouping, pool, appends)
        watched.may_go_on.set()
        receipts = [each.result(10) for each in sent]
    assert watched.groups == [1, COMMANDS - 1]
    assert sorted(receipt.first for receipt in receipts) == list(range(1, COMMANDS + 1))
    assert [each.command_id for each in receipts] == [each.cause.command_id for each in appends]


def test_another_tenant_does_not_wait_for_the_group_under_way(watched: Watched, grouping: GroupingLog) -> None:
    watched.may_go_on.clear()
    with ThreadPoolExecutor(4) as pool:
        sent = [pool.submit(grouping.append, append(event(1)))]
        assert watched.entered.wait(10)
        watched.entered.clear()
        sent.append(pool.submit(grouping.append, append(event(1), tenant=KADI)))
        assert watched.entered.wait(10)
        sent += [pool.submit(grouping.append, append(event(1, stream=f"request-{n}"), tenant=SIDR)) for n in "ab"]
        while grouping.appends.waiting < 2:
            Event().wait(0.001)
        watched.may_go_on.set()
        assert [each.result(10).first for each in sent[:2]] == [1, 1]
        assert {each.result(10).first for each in sent[2:]} == {2, 3}
    assert watched.groups == [1, 1, 2]


def test_who_reads_while_another_does_shares_the_next_question_and_gets_what_it_asked_for(
    watched: Watched, grouping: GroupingLog
) -> None:
    for stream in ("request-1", "request-2"):
        grouping.append(append(event(1, stream=stream), event(2, stream=stream)))
    grouping.append(append(event(1, stream="request-1"), tenant=KADI))
    asked: list[Wanted] = [
        (SIDR, {"request-2": 0}), (SIDR, {"request-1": 0}), (SIDR, {"request-1": 1, "request-2": 0}),
        (KADI, {"request-1": 0}), (KADI, {"request-2": 0}),
    ]  # fmt: skip
    watched.may_go_on.clear()
    with ThreadPoolExecutor(5) as pool:
        sent = [pool.submit(grouping.read_streams, *asked[0])]
        assert watched.entered.wait(10)
        sent += [pool.submit(grouping.read_streams, *each) for each in asked[1:]]
        while grouping.readings.waiting < 4:
            Event().wait(0.001)
        watched.may_go_on.set()
        found = [[(each.tenant, each.stream, each.version) for each in one.result(10)] for one in sent]
    assert watched.groups[-2:] == [1, 4]
    assert found == [
        [(SIDR, "request-2", 1), (SIDR, "request-2", 2)],
        [(SIDR, "request-1", 1), (SIDR, "request-1", 2)],
        [(SIDR, "request-1", 2), (SIDR, "request-2", 1), (SIDR, "request-2", 2)],
        [(KADI, "request-1", 1)],
        [],
    ]


def test_one_clash_in_a_group_fails_only_its_own_command(watched: Watched, grouping: GroupingLog) -> None:
    appends = [append(event(1, stream=f"request-{number % (COMMANDS - 1)}")) for number in range(COMMANDS)]
    with ThreadPoolExecutor(COMMANDS) as pool:
        sent = _first_group_then(watched, grouping, pool, appends)
        watched.may_go_on.set()
        errors = [each.exception(10) for each in sent]
    assert [type(error) for error in errors if error is not None] == [VersionClash]
    assert positions(whole_log(grouping, SIDR)) == list(range(1, COMMANDS))


def test_an_append_that_cannot_be_sent_at_all_fails_alone(watched: Watched, grouping: GroupingLog) -> None:
    unsendable = event(2**70, stream="request-bad")
    appends = [*(append(event(1, stream=f"request-{number}")) for number in range(4)), append(unsendable)]
    with ThreadPoolExecutor(8) as pool:
        sent = _first_group_then(watched, grouping, pool, appends)
        watched.may_go_on.set()
        failed = [each.exception(10) is not None for each in sent]
    assert failed == [False, False, False, False, True]
    assert positions(whole_log(grouping, SIDR)) == [1, 2, 3, 4]


def test_when_the_connection_breaks_every_caller_is_told_and_may_send_again(
    watched: Watched, grouping: GroupingLog
) -> None:
    appends = [append(event(1, stream=f"request-{number}")) for number in range(8)]
    watched.connection_breaks = True
    with ThreadPoolExecutor(8) as pool:
        sent = _first_group_then(watched, grouping, pool, appends)
        watched.may_go_on.set()
        assert {type(each.exception(10)) for each in sent} == {OperationalError}
    watched.connection_breaks = False
    assert all(grouping.append(each).repeated for each in appends)
    assert positions(whole_log(grouping, SIDR)) == list(range(1, 9))


def test_a_leader_that_is_killed_leaves_the_others_served(watched: Watched, grouping: GroupingLog) -> None:
    class Killed(BaseException):
        """As a green thread is ended."""

    real = watched.append_all

    def killed_once(appends: Sequence[Append]) -> Sequence[Receipt | Exception]:
        watched.append_all = real  # type: ignore[method-assign]
        real(appends)
        raise Killed

    watched.append_all = killed_once  # type: ignore[method-assign]
    appends = [append(event(1, stream=f"request-{number}")) for number in range(3)]
    with ThreadPoolExecutor(3) as pool:
        sent = _first_group_then(watched, grouping, pool, appends)
        watched.may_go_on.set()
        errors = [type(each.exception(10)) for each in sent]
    assert errors == [Killed, type(None), type(None)]


def test_many_writers_on_few_streams_lose_and_double_nothing(watched: Watched, grouping: GroupingLog) -> None:
    def write_until_stored(writer: int) -> int:
        clashes = 0
        for _ in range(10):
            while True:
                stream = f"request-{writer % 3}"
                known = grouping.read_streams(SIDR, {stream: 0})
                try:
                    grouping.append(append(event(len(known) + 1, stream=stream)))
                    break
                except VersionClash:
                    clashes += 1
        return clashes

    with ThreadPoolExecutor(9) as pool:
        clashes = sum(pool.map(write_until_stored, range(9)))
    assert positions(whole_log(grouping, SIDR)) == list(range(1, 91))
    assert clashes > 0
    assert max(watched.groups) > 1
