"""Any history of appends, clashes, repeats, replays, batches and crashes, against a model, on both databases."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import psycopg2
import pytest
from eventsourcing.persistence import IntegrityError, Tracking
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from shared.store import postgres_writing, sqlite_writing
from shared.store.grouping import GroupingLog
from shared.store.log import Append, EventLog, Receipt, VersionClash
from shared.store.postgres_log import PostgresLog
from shared.store.sqlite_log import SqliteLog
from tests.infrastructure.store.conftest import FreshDatabase
from tests.infrastructure.store.examples import NOON, append, event, whole_log

SHORT = settings(
    max_examples=30,
    stateful_step_count=30,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
Store = SqliteLog | PostgresLog
Crash = Callable[[Append], None]
Recordings = MultipleResults[Append] | Append
tenants = st.sampled_from(["sidr", "kadi", "ihsan"])
streams = st.sampled_from(["request-1", "request-2"])


class Histories(RuleBasedStateMachine):
    """The model: per tenant the list of (stream, version), per command its receipt, per follower its position."""

    commands: Bundle[Append] = Bundle("commands")
    reopen: Callable[[], Store]
    crash: Crash

    def __init__(self) -> None:
        super().__init__()
        self.world = uuid4().hex  # Examples share a database, so each has tenants of its own.
        self.store = type(self).reopen()
        self.log: EventLog = GroupingLog(self.store)
        self.events: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self.receipts: dict[tuple[str, UUID], Receipt] = {}
        self.followers: dict[str, int] = defaultdict(int)

    def teardown(self) -> None:
        self.store.close()

    def new(self, tenant: str, stream: str, count: int, tracking: Tracking | None = None) -> Append:
        tenant = tenant if tenant.startswith(self.world) else f"{self.world}-{tenant}"
        version = sum(1 for each, _ in self.events[tenant] if each == stream)
        made = [event(version + number, stream=stream) for number in range(1, count + 1)]
        return append(*made, tenant=tenant, tracking=tracking)

    def remember(self, made: Append, receipt: Receipt) -> None:
        assert not receipt.repeated
        first = len(self.events[made.tenant]) + 1
        self.events[made.tenant] += [(each.stream, each.version) for each in made.events]
        last = len(self.events[made.tenant])
        assert (receipt.first, receipt.last) == ((first, last) if made.events else (0, 0))
        self.receipts[made.tenant, made.cause.command_id] = receipt

    @initialize(target=commands)
    def begin(self) -> Recordings:
        return self.record("sidr", "request-1", 1)

    @rule(target=commands, tenant=tenants, stream=streams, count=st.integers(0, 3))
    def record(self, tenant: str, stream: str, count: int) -> Recordings:
        made = self.new(tenant, stream, count)
        self.remember(made, self.log.append(made))
        return made

    @rule(target=commands, tenant=tenants, jump=st.integers(1, 3))
    def react(self, tenant: str, jump: int) -> Recordings:
        reached = self.followers[f"{self.world}-{tenant}"] + jump
        made = self.new(tenant, "request-1", 1, Tracking("reactions", reached))
        self.remember(made, self.log.append(made))
        self.followers[made.tenant] = reached
        return made

    @rule(tenant=tenants)
    def react_to_what_was_answered_before(self, tenant: str) -> None:
        reached = self.followers[f"{self.world}-{tenant}"]
        if reached:
            with pytest.raises(IntegrityError):
                self.log.append(self.new(tenant, "request-1", 1, Tracking("reactions", reached)))

    @rule(earlier=commands)
    def clash(self, earlier: Append) -> None:
        if earlier.events:
            with pytest.raises(VersionClash):
                self.log.append(append(event(1, stream="request-9"), *earlier.events, tenant=earlier.tenant))

    @rule(earlier=commands)
    def repeat(self, earlier: Append) -> None:
        again = self.log.append(earlier)
        first = self.receipts[earlier.tenant, earlier.cause.command_id]
        assert again.repeated
        assert (again.first, again.last, again.recorded_at) == (first.first, first.last, first.recorded_at)

    @rule(target=commands, a=tenants, b=tenants, earlier=commands)
    def record_a_batch_with_a_clash_and_a_repeat(self, a: str, b: str, earlier: Append) -> Recordings:
        one = self.new(a, "request-1", 2)
        clashing = append(event(1, stream="request-9"), *one.events, tenant=one.tenant)
        two = self.new(b, "request-2", 1)
        outcomes = self.log.append_all([one, clashing, earlier, two])
        kinds = [each.repeated if isinstance(each, Receipt) else type(each) for each in outcomes]
        assert kinds == [False, VersionClash, True, False]
        for made, outcome in ((one, outcomes[0]), (two, outcomes[3])):
            assert isinstance(outcome, Receipt)
            self.remember(made, outcome)
        return multiple(one, two)

    @rule(tenant=tenants, stream=streams, count=st.integers(1, 3))
    def crash_before_the_commit(self, tenant: str, stream: str, count: int) -> None:
        type(self).crash(self.new(tenant, stream, count))
        self.restart()

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = type(self).reopen()
        self.log = GroupingLog(self.store)

    @rule(tenant=tenants, stream=streams, known=st.integers(0, 4))
    def replay(self, tenant: str, stream: str, known: int) -> None:
        tenant = f"{self.world}-{tenant}"
        expected = [version for each, version in self.events[tenant] if each == stream and version > known]
        assert [each.version for each in self.log.read_streams(tenant, {stream: known})] == expected

    @invariant()
    def the_log_is_the_model(self) -> None:
        for tenant, expected in self.events.items():
            stored = whole_log(self.log, tenant, page=7)
            assert [(each.stream, each.version) for each in stored] == expected
            assert [each.position for each in stored] == list(range(1, len(expected) + 1))
            assert self.log.position(tenant, "reactions") == self.followers[tenant]


def _run(reopen: Callable[[], Store], crash: Crash) -> None:
    machine = type("These", (Histories,), {"reopen": staticmethod(reopen), "crash": staticmethod(crash)})
    run_state_machine_as_test(machine, settings=SHORT)


def test_any_history_on_sqlite_is_the_history_of_the_model(tmp_path: Path) -> None:
    path = tmp_path / "events.db"

    def reopen() -> SqliteLog:
        log = SqliteLog(path)
        log.create()
        return log

    def crash(unfinished: Append) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as conn:
            conn.execute("begin immediate")
            assert isinstance(sqlite_writing.outcome(conn, unfinished, NOON), Receipt)

    _run(reopen, crash)


def test_any_history_on_postgres_is_the_history_of_the_model(fresh_database: FreshDatabase) -> None:
    url = fresh_database()

    def reopen() -> PostgresLog:
        log = PostgresLog(url)
        log.create()
        return log

    def crash(unfinished: Append) -> None:
        with closing(psycopg2.connect(url)) as conn, conn.cursor() as cursor:
            cursor.execute(postgres_writing.APPEND_ALL.preparing)
            cursor.execute(postgres_writing.APPEND_ALL.executing, postgres_writing.parameters([unfinished]))
            outcomes: Sequence[object] = cursor.fetchall()
            assert len(outcomes) == 1

    _run(reopen, crash)
