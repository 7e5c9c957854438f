"""What an append sends to the functions of postgres.sql, and what their answer means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import eventsourcing.persistence as library
import psycopg2

from shared.store import rows
from shared.store.log import Append, Receipt, VersionClash

# By class of SQLSTATE. Operational: the same append may succeed later (deadlock, resources, locks, shutdown, disk).
FAILURES = {"23": library.IntegrityError} | dict.fromkeys(("40", "53", "55", "57", "58"), library.OperationalError)
TAKEN = "event_stream_version"
APPEND_ALL = """select failure, violated, command, fingerprint, first, last, recorded_at, refusal, repeated
from append_all(%s::text[], %s::uuid[], %s::text[], %s::text[], %s::text[], %s::text[], %s::uuid[], %s::uuid[],
%s::bytea[], %s::text[], %s::bigint[], %s::integer[],
%s::text[], %s::bigint[], %s::text[], %s::bytea[], %s::text[], %s::text[], %s::timestamptz[])"""

APPEND = """select null, null, command, fingerprint, first, last, recorded_at, refusal, repeated
from append(%s, %s::uuid, %s, %s, %s, %s, %s::uuid, %s::uuid, %s::bytea, %s, %s::bigint,
%s::text[], %s::bigint[], %s::text[], %s::bytea[], %s::text[], %s::text[], %s::timestamptz[])"""


def of_one(append: Append) -> Sequence[Any]:
    """What `append` takes: the same columns, without the arrays around what there is only one of."""
    columns = parameters([append])
    return [column[0] for column in columns[:11]] + list(columns[12:])


def parameters(appends: Sequence[Append]) -> Sequence[list[Any]]:
    """The arrays `append_all` takes: one column after the other, first of the appends, then of all their events."""
    causes = [append.cause for append in appends]
    events = [event for append in appends for event in append.events]
    return (
        [append.tenant for append in appends],
        [str(cause.command_id) for cause in causes],
        [cause.command for cause in causes],
        [cause.fingerprint for cause in causes],
        [cause.actor_kind for cause in causes],
        [cause.actor_ref for cause in causes],
        [str(cause.correlation_id) for cause in causes],
        [None if cause.causation_id is None else str(cause.causation_id) for cause in causes],
        [append.refusal for append in appends],
        [append.tracking.application_name if append.tracking else None for append in appends],
        [append.tracking.notification_id if append.tracking else None for append in appends],
        [len(append.events) for append in appends],
        [event.stream for event in events],
        [event.version for event in events],
        [event.type for event in events],
        [event.data for event in events],
        [event.case_id for event in events],
        [event.policy_version for event in events],
        [rows.utc(event.occurred_at) for event in events],
    )


def outcome(append: Append, row: Sequence[Any]) -> Receipt | Exception:
    """The receipt in a row of APPEND_ALL, or the error it stands for."""
    failure, violated, *receipt, repeated = row
    if failure is None:
        return rows.receipt((append.tenant, append.cause.command_id, *receipt), repeated=repeated)
    if violated == TAKEN:
        return VersionClash(f"another append to {append.tenant} took the same version")
    kind = FAILURES.get(failure[:2], library.DatabaseError)
    return kind(f"append refused by the database: SQLSTATE {failure}, constraint {violated or 'none'}")


def translated(error: psycopg2.Error) -> Exception:
    """VersionClash, or the library's exception of the same name; without the detail, which may quote values."""
    if error.diag.constraint_name == TAKEN:
        return VersionClash("another append took the same version")
    names = (cls.__name__ for cls in type(error).__mro__)
    kind = next((getattr(library, name) for name in names if hasattr(library, name)), library.PersistenceError)
    message = error.diag.message_primary or str(error).strip() or "the database connection was lost"
    translated: Exception = kind(message)
    return translated
