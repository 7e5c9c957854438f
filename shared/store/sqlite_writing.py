"""What an append writes to SQLite inside a transaction: the twin of the functions in postgres.sql."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Any
from uuid import UUID

import eventsourcing.persistence as library

from shared.store import rows
from shared.store.log import Append, NewEvent, Receipt, VersionClash

INSERT_EVENT = f"insert into event values ({', '.join('?' * 15)})"
INSERT_COMMAND = "insert into command values (?, ?, ?, ?, ?, ?, ?, ?)"
KNOWN = f"select {rows.RECEIPT_COLUMNS} from command where tenant = ? and command_id = ?"
MOVE = """insert into tracking values (?, ?, ?) on conflict (tenant, follower)
do update set position = excluded.position where tracking.position < excluded.position"""


def outcome(conn: sqlite3.Connection, append: Append, now: datetime) -> Receipt | Exception:
    """Write one append, or leave no trace of it and give the reason."""
    conn.execute("savepoint one")
    try:
        result: Receipt | Exception = _written(conn, append, now)
    except (VersionClash, library.PersistenceError, ValueError) as error:
        conn.execute("rollback to one")
        result = error
    conn.execute("release one")
    return result


def known(conn: sqlite3.Connection, tenant: str, command_id: UUID) -> Receipt | None:
    """The receipt of an earlier command."""
    row = conn.execute(KNOWN, (tenant, str(command_id))).fetchone()
    return None if row is None else rows.receipt(row, repeated=True)


def move(conn: sqlite3.Connection, tenant: str, tracking: library.Tracking) -> None:
    """Move a follower forward, or raise IntegrityError."""
    if conn.execute(MOVE, (tenant, tracking.application_name, tracking.notification_id)).rowcount < 1:
        raise library.IntegrityError(f"follower is not behind position {tracking.notification_id}")


def translated(error: sqlite3.Error) -> Exception:
    """The library's exception of the same name."""
    names = (cls.__name__ for cls in type(error).__mro__)
    kind = next((getattr(library, name) for name in names if hasattr(library, name)), library.PersistenceError)
    result: Exception = kind(str(error))
    return result


def _written(conn: sqlite3.Connection, append: Append, now: datetime) -> Receipt:
    earlier = known(conn, append.tenant, append.cause.command_id)
    if earlier is not None:
        return earlier
    first, last = _insert_events(conn, append, now)
    cause = append.cause
    receipt = (append.tenant, str(cause.command_id), cause.command, cause.fingerprint, first, last)
    conn.execute(INSERT_COMMAND, (*receipt, append.refusal, _text(now)))
    if append.tracking is not None:
        move(conn, append.tenant, append.tracking)
    return rows.receipt((*receipt, now, append.refusal), repeated=False)


def _insert_events(conn: sqlite3.Connection, append: Append, now: datetime) -> tuple[int, int]:
    if not append.events:
        return 0, 0
    (head,) = conn.execute("select coalesce(max(position), 0) from event where tenant = ?", (append.tenant,)).fetchone()
    try:
        conn.executemany(INSERT_EVENT, _event_rows(append, head, now))
    except sqlite3.IntegrityError as error:
        if "event.version" in str(error):
            raise VersionClash(f"another append to {append.tenant} took the same version") from error
        raise translated(error) from error
    return head + 1, head + len(append.events)


def _event_rows(append: Append, head: int, now: datetime) -> list[tuple[Any, ...]]:
    cause = append.cause
    actor = (cause.actor_kind, cause.actor_ref)
    causation_id = None if cause.causation_id is None else str(cause.causation_id)
    caused = (*actor, str(cause.command_id), str(cause.correlation_id), causation_id)
    return [
        (append.tenant, position, *_content(event), *caused, event.policy_version, _text(event.occurred_at), _text(now))
        for position, event in enumerate(append.events, head + 1)
    ]


def _content(event: NewEvent) -> tuple[Any, ...]:
    return (event.stream, event.version, event.type, event.data, event.case_id)


def _text(instant: datetime) -> str:
    return rows.utc(instant).isoformat(timespec="microseconds")
