"""The event log in one SQLite file, for the embedded mode: one writer at a time, readers beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import eventsourcing.persistence as library

from shared.store import rows, sqlite_writing
from shared.store.log import Append, Receipt, Recorded, Wanted
from shared.store.pool import Pool

EVENTS = f"select {rows.EVENT_COLUMNS} from event e"
READERS = 8
LOCK_SECONDS = 30.0


class SqliteLog:
    """An EventLog in the file at `path`, which other processes may use too. `clock_now` gives `recorded_at`."""

    def __init__(self, path: str | Path, clock_now: Callable[[], datetime] | None = None) -> None:
        self._path = str(path)
        self._clock_now = clock_now or _now
        self._writer: Pool[sqlite3.Connection] = Pool(self._connect, _healthy, size=1, wait_seconds=LOCK_SECONDS)
        self._readers: Pool[sqlite3.Connection] = Pool(self._connect, _healthy, size=READERS)

    def create(self) -> None:
        """Make the file and its tables where they are missing."""
        Path(self._path).parent.mkdir(parents=True, exist_ok=True)
        with self._errors(), self._writer.connection() as conn:
            conn.executescript(f"begin immediate; {rows.sql('sqlite.sql')}; commit;")

    def close(self) -> None:
        """Close all connections."""
        self._writer.close()
        self._readers.close()

    def append(self, append: Append) -> Receipt:
        """Store durably."""
        (outcome,) = self.append_all([append])
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def append_all(self, appends: Sequence[Append]) -> Sequence[Receipt | Exception]:
        """Store several in one transaction."""
        with self._writing() as conn:
            return [sqlite_writing.outcome(conn, append, rows.utc(self._clock_now())) for append in appends]

    def receipt(self, tenant: str, command_id: UUID) -> Receipt | None:
        """What became of an earlier command."""
        with self._errors(), self._readers.connection() as conn:
            return sqlite_writing.known(conn, tenant, command_id)

    def receipts(self, tenant: str, command_ids: Collection[UUID]) -> Mapping[UUID, Receipt]:
        """The receipts of several commands at once."""
        found = ((each, self.receipt(tenant, each)) for each in command_ids)
        return {command_id: receipt for command_id, receipt in found if receipt is not None}

    def read(self, tenant: str, after: int, limit: int) -> Sequence[Recorded]:
        """Up to `limit` events with position > `after`, in order."""
        where = "where e.tenant = ? and e.position > ? order by e.position limit ?"
        return self._events(where, tenant, after, limit)

    def read_streams(self, tenant: str, after: Mapping[str, int]) -> Sequence[Recorded]:
        """The events of each named stream above the given version, in position order."""
        wanted = ", ".join("(?, ?)" for _ in after)
        join = f"""join (select column1 as stream, column2 as version from (values {wanted})) wanted
            on e.stream = wanted.stream and e.version > wanted.version where e.tenant = ? order by e.position"""
        pairs = (part for pair in after.items() for part in pair)
        return self._events(join, *pairs, tenant) if after else ()

    def read_streams_of_all(self, asked: Sequence[Wanted]) -> Sequence[Sequence[Recorded]]:
        """One after the other: here a question costs no journey."""
        return [self.read_streams(*wanted) for wanted in asked]

    def read_cases(self, tenant: str, case_ids: Collection[str]) -> Sequence[Recorded]:
        """All events of one case or of several, in position order."""
        among = ", ".join("?" for _ in case_ids)
        return self._events(f"where e.tenant = ? and e.case_id in ({among}) order by e.position", tenant, *case_ids)

    def read_stream(
        self, tenant: str, stream: str, gt: int | None, lte: int | None, desc: bool, limit: int | None
    ) -> Sequence[Recorded]:
        """A range of one stream by version, as the eventsourcing library asks for it."""
        where = f"""where e.tenant = ? and e.stream = ? and (? is null or e.version > ?)
            and (? is null or e.version <= ?) order by e.version {"desc" if desc else "asc"} limit ?"""
        return self._events(where, tenant, stream, gt, gt, lte, lte, -1 if limit is None else limit)

    def read_range(
        self, tenant: str, after: int, until: int | None, types: Sequence[str], limit: int
    ) -> Sequence[Recorded]:
        """A range of the log, of the given types only if any are given, as the eventsourcing library asks for it."""
        among = ", ".join("?" for _ in types)
        where = f"""where e.tenant = ? and e.position > ? and (? is null or e.position <= ?)
            and (? or e.type in ({among})) order by e.position limit ?"""
        return self._events(where, tenant, after, until, until, not types, *types, limit)

    def head(self, tenant: str) -> int:
        """The last position of the tenant."""
        return self._number("select coalesce(max(position), 0) from event where tenant = ?", tenant)

    def tenants(self) -> Sequence[str]:
        """The tenants that have events, sorted: from one to the next along the primary key."""
        return tuple(
            row[0]
            for row in self._read("""
            with recursive each(tenant) as (
                select min(tenant) from event
                union all
                select (select min(tenant) from event where tenant > each.tenant) from each where tenant is not null
            ) select tenant from each where tenant is not null""")
        )

    def position(self, tenant: str, follower: str) -> int:
        """How far a follower has come."""
        statement = "select coalesce(max(position), 0) from tracking where tenant = ? and follower = ?"
        return self._number(statement, tenant, follower)

    def move(self, tenant: str, tracking: library.Tracking) -> None:
        """Store a follower's position alone."""
        with self._writing() as conn:
            sqlite_writing.move(conn, tenant, tracking)

    def forget(self, tenant: str, follower: str) -> None:
        """Set a follower back to the beginning."""
        with self._writing() as conn:
            conn.execute("delete from tracking where tenant = ? and follower = ?", (tenant, follower))

    def _connect(self) -> sqlite3.Connection:
        conn = sqlite3.connect(self._path, timeout=LOCK_SECONDS, isolation_level=None, check_same_thread=False)
        conn.execute("pragma journal_mode = wal")
        conn.execute("pragma synchronous = full")
        return conn

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """The file's one writing transaction: committed to disk on leaving, undone by any exception."""
        with self._errors(), self._writer.connection() as conn:
            conn.execute("begin immediate")
            try:
                yield conn
                conn.execute("commit")
            except BaseException:
                if conn.in_transaction:
                    conn.execute("rollback")
                raise

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise sqlite_writing.translated(error) from error

    def _read(self, statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
        with self._errors(), self._readers.connection() as conn:
            return conn.execute(statement, parameters).fetchall()

    def _events(self, clauses: str, *parameters: Any) -> Sequence[Recorded]:
        return rows.recorded_from_text(self._read(f"{EVENTS} {clauses}", *parameters))

    def _number(self, statement: str, *parameters: Any) -> int:
        return int(self._read(statement, *parameters)[0][0])


def _healthy(conn: sqlite3.Connection) -> bool:
    return not conn.in_transaction


def _now() -> datetime:
    return datetime.now(UTC)
