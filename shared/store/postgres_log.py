"""The event log on PostgreSQL: one round trip for an append, whole or batched, and row-level security on every read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import Any
from uuid import UUID

import eventsourcing.persistence as library
import psycopg2
import psycopg2.errors
import psycopg2.extensions
import psycopg2.sql

from shared.store import postgres_reading, postgres_writing, rows
from shared.store.log import Append, Receipt, Recorded, VersionClash, Wanted
from shared.store.pool import Pool
from shared.store.postgres_reading import EVENTS, SET_TENANT, SET_TENANTS
from shared.store.postgres_session import PLAN_ONCE, Prepared, Session
from shared.store.postgres_writing import Known
from shared.store.sharing import least_of_all, of_each

# Processes that start together take turns.
ONE_AT_A_TIME = "begin; select pg_advisory_xact_lock(540301);"
# The functions look names up where they were made, whatever their caller's search path.
BIND_TO_SCHEMA = "select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);"

# What a statement meets that had looked its function up just before a renewed schema replaced it. It has done nothing,
# and finds the new one the next time.
RENEWED = (psycopg2.errors.InternalError_, psycopg2.errors.UndefinedFunction)

# A follower's position alone: one that is lost with the server is an earlier one, and what it leads to comes again.
WITHOUT_THE_DISK = "select set_config('synchronous_commit', 'off', true)"


class PostgresLog:
    """An EventLog in one PostgreSQL database. `pool_size` bounds the connections of this process."""

    def __init__(self, dsn: str, pool_size: int = 10) -> None:
        self._dsn = dsn
        self._pool: Pool[Session] = Pool(self._connect, _healthy, size=pool_size)

    def create(self, app_role: str | None = None) -> None:
        """Make or renew the schema; does nothing, and needs no rights, where it is already the present one.

        app_role: an existing role that shall be able to read and append.
        """
        schema = rows.sql("postgres.sql")
        digest = sha256(schema.encode()).hexdigest()
        with self._cursor() as cursor:
            if app_role is None and _is_present(cursor, digest):
                return
            cursor.execute(ONE_AT_A_TIME)
            if not _is_present(cursor, digest):
                cursor.execute(f"{BIND_TO_SCHEMA}{schema}; comment on table event is '{digest}'")
            if app_role is not None:
                cursor.execute(_grants(cursor, app_role))
            cursor.execute("commit")

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def append(self, append: Append) -> Receipt:
        """Store durably, in one round trip, or in two where the command is known."""
        if len(append.events) != 1:
            (row,) = self._call(postgres_writing.APPEND, postgres_writing.parameters([append]))
            outcome = postgres_writing.outcome(append, row)
            assert isinstance(outcome, Receipt)
            return outcome
        try:
            (row,) = self._call(postgres_writing.APPEND_EVENT, postgres_writing.event_parameters(append))
        except Known:
            known = self.receipt(append.tenant, append.cause.command_id)
            assert known is not None
            return known
        return postgres_writing.stored(append, *row)

    def append_all(self, appends: Sequence[Append]) -> Sequence[Receipt | Exception]:
        """Store several in one transaction and one round trip."""
        if len(appends) < 2:
            return [self._one_of(append) for append in appends]
        given = postgres_writing.parameters(appends)
        try:
            found = self._call(postgres_writing.APPEND, given)
        except (VersionClash, library.PersistenceError) as error:
            if getattr(error.__cause__, "pgcode", None) is None:
                raise
            # The server has refused it all because of one of them: now each by itself, so that only that one fails.
            found = self._call(postgres_writing.APPEND_ALL, given)
        return tuple(postgres_writing.outcome(append, row) for append, row in zip(appends, found, strict=True))

    def _one_of(self, append: Append) -> Receipt | Exception:
        """An append that nobody shares the transaction with needs no savepoint, which is a seventh of its cost."""
        try:
            return self.append(append)
        except (VersionClash, library.IntegrityError) as error:
            return error

    def receipt(self, tenant: str, command_id: UUID) -> Receipt | None:
        """What became of an earlier command."""
        return self.receipts(tenant, [command_id]).get(command_id)

    def receipts(self, tenant: str, command_ids: Collection[UUID]) -> Mapping[UUID, Receipt]:
        """The receipts of several commands at once."""
        if not command_ids:
            return {}
        found = self._ask(postgres_reading.RECEIPTS, tenant, [str(each) for each in command_ids])
        return {UUID(row[1]): rows.receipt(row, repeated=True) for row in found}

    def read(self, tenant: str, after: int, limit: int) -> Sequence[Recorded]:
        """Up to `limit` events with position > `after`, in order."""
        return rows.recorded(self._ask(postgres_reading.PAGE, tenant, after, limit))

    def read_streams(self, tenant: str, after: Mapping[str, int]) -> Sequence[Recorded]:
        """The events of each named stream above the given version, in position order."""
        if len(after) == 1:
            return rows.recorded(self._ask(postgres_reading.STREAM, tenant, *next(iter(after.items()))))
        streams, versions = list(after.keys()), list(after.values())
        return rows.recorded(self._ask(postgres_reading.STREAMS, tenant, streams, versions)) if after else ()

    def read_streams_of_all(self, asked: Sequence[Wanted]) -> Sequence[Sequence[Recorded]]:
        """The same for several at once, of any tenants, in one round trip; what several ask for is read once."""
        least = least_of_all(asked)
        tenants, streams = [tenant for tenant, _ in least], [stream for _, stream in least]
        question, given = postgres_reading.STREAMS_OF_ALL, (tenants, streams, list(least.values()))
        return of_each(asked, rows.recorded(self._retried(question, SET_TENANTS, tenants, *given)))

    def read_cases(self, tenant: str, case_ids: Collection[str]) -> Sequence[Recorded]:
        """All events of one case or of several, in position order."""
        return rows.recorded(self._ask(postgres_reading.CASES, tenant, list(set(case_ids))))

    def read_stream(
        self, tenant: str, stream: str, gt: int | None, lte: int | None, desc: bool, limit: int | None
    ) -> Sequence[Recorded]:
        """A range of one stream by version, as the eventsourcing library asks for it."""
        where = f"""where e.tenant = %s and e.stream = %s and (%s::bigint is null or e.version > %s)
            and (%s::bigint is null or e.version <= %s) order by e.version {"desc" if desc else "asc"} limit %s"""
        return self._events(tenant, where, stream, gt, gt, lte, lte, limit)

    def read_range(
        self, tenant: str, after: int, until: int | None, types: Sequence[str], limit: int
    ) -> Sequence[Recorded]:
        """A range of the log, of the given types only if any are given, as the eventsourcing library asks for it."""
        where = """where e.tenant = %s and e.position > %s and (%s::bigint is null or e.position <= %s)
            and (%s or e.type = any(%s::text[])) order by e.position limit %s"""
        return self._events(tenant, where, after, until, until, not types, list(types), limit)

    def head(self, tenant: str) -> int:
        """The last position of the tenant."""
        return int(self._ask(postgres_reading.HEAD, tenant)[0][0])

    def tenants(self) -> Sequence[str]:
        """The tenants that have events, sorted."""
        return tuple(row[0] for row in self._again('select tenant from tenant order by tenant collate "C"', ()))

    def position(self, tenant: str, follower: str) -> int:
        """How far a follower has come."""
        return int(self._ask(postgres_reading.POSITION, tenant, follower)[0][0])

    def move(self, tenant: str, tracking: library.Tracking) -> None:
        """Store a follower's position alone."""
        given = (tenant, tracking.application_name, tracking.notification_id)
        self._query(f"{WITHOUT_THE_DISK}; select move(%s, %s, %s)", given)

    def forget(self, tenant: str, follower: str) -> None:
        """Set a follower back to the beginning."""
        self._query("select forget(%s, %s)", (tenant, follower))

    def _connect(self) -> Session:
        conn = psycopg2.connect(self._dsn, connection_factory=Session)
        conn.autocommit = True
        with conn.cursor() as cursor:
            cursor.execute(PLAN_ONCE)
        return conn

    @contextmanager
    def _cursor(self) -> Iterator[psycopg2.extensions.cursor]:
        try:
            with self._pool.connection() as conn, conn.cursor() as cursor:
                yield cursor
        except psycopg2.Error as error:
            raise postgres_writing.translated(error) from error

    def _query(self, statement: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        with self._cursor() as cursor:
            cursor.execute(statement, parameters)
            return cursor.fetchall()

    def _again(self, statement: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        """A read, tried once more if the connection was lost: after a restart of the server all pooled ones are."""
        try:
            return self._query(statement, parameters)
        except (library.OperationalError, library.InterfaceError):
            return self._query(statement, parameters)

    def _events(self, tenant: str, clauses: str, *parameters: Any) -> Sequence[Recorded]:
        return rows.recorded(self._again(f"{SET_TENANT}; {EVENTS} {clauses}", (tenant, tenant, *parameters)))

    def _ask(self, question: Prepared, tenant: str, *parameters: Any) -> list[tuple[Any, ...]]:
        return self._retried(question, SET_TENANT, tenant, tenant, *parameters)

    def _retried(self, question: Prepared, within: str, *parameters: Any) -> list[tuple[Any, ...]]:
        try:
            return self._call(question, parameters, within=f"{within}; ")
        except (library.OperationalError, library.InterfaceError):
            return self._call(question, parameters, within=f"{within}; ")

    def _call(self, what: Prepared, parameters: Sequence[Any], *, within: str = "") -> list[tuple[Any, ...]]:
        try:
            try:
                return self._called(what, parameters, within)
            except RENEWED:
                return self._called(what, parameters, within)
        except psycopg2.Error as error:
            raise postgres_writing.translated(error) from error

    def _called(self, what: Prepared, parameters: Sequence[Any], within: str) -> list[tuple[Any, ...]]:
        with self._pool.connection() as session:
            return session.call(what, parameters, within=within)


def _healthy(conn: psycopg2.extensions.connection) -> bool:
    return not conn.closed and conn.info.transaction_status == psycopg2.extensions.TRANSACTION_STATUS_IDLE


def _is_present(cursor: psycopg2.extensions.cursor, digest: str) -> bool:
    cursor.execute("select obj_description(to_regclass('event'), 'pg_class')")
    return cursor.fetchone() == (digest,)


def _grants(cursor: psycopg2.extensions.cursor, role: str) -> psycopg2.sql.Composed:
    cursor.execute("select current_schema()")
    (schema,) = cursor.fetchone() or ("public",)
    identifiers = {"schema": psycopg2.sql.Identifier(schema), "role": psycopg2.sql.Identifier(role)}
    return psycopg2.sql.SQL(rows.sql("grants.sql")).format(**identifiers)
