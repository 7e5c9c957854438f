"""What an append sends to the functions of postgres.sql, and what their answer means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import eventsourcing.persistence as library
import msgspec
import psycopg2

from shared.store import rows
from shared.store.log import Append, NewEvent, Receipt, VersionClash
from shared.store.postgres_session import Prepared

# By class of SQLSTATE. Operational: the same append may succeed later (deadlock, resources, locks, shutdown, disk).
FAILURES = {"23": library.IntegrityError} | dict.fromkeys(("40", "53", "55", "57", "58"), library.OperationalError)
TAKEN = "event_stream_version"
KNOWN = "command_id"

# Prepared once a connection: planning a function's call anew costs as much as a bare insert.
SET = ("text[]", "json", "json")
EVENT = (
    *("text", "uuid", "text", "text", "text", "text", "uuid", "uuid", "bytea", "text", "bigint"),
    *("text", "bigint", "text", "bytea", "text", "text", "timestamptz"),
)
APPEND = Prepared("sanad_append", SET, "select null, null, * from append($1, $2, $3)")
APPEND_EVENT = Prepared(
    "sanad_append_event", EVENT, f"select * from append_event({', '.join(f'${n + 1}' for n in range(len(EVENT)))})"
)
APPEND_ALL = Prepared("sanad_append_all", SET, "select * from append_all($1, $2, $3)")

_json = msgspec.json.Encoder()


class Known(library.IntegrityError):
    """The command has its result already, and nothing was written."""


def parameters(appends: Sequence[Append]) -> tuple[list[str], str, str]:
    """What `append` and `append_all` take: the tenants, the appends as JSON, and all their events as JSON.

    Bytes travel as base64, instants in ISO 8601.
    """
    told = _json.encode([_told(n, append) for n, append in enumerate(appends)])
    events = _json.encode(
        [_event(n, i, event) for n, append in enumerate(appends) for i, event in enumerate(append.events, 1)]
    )
    return list({append.tenant for append in appends}), told.decode(), events.decode()


def event_parameters(append: Append) -> tuple[object, ...]:
    """What `append_event` takes: an append of one event."""
    cause, tracking, (event,) = append.cause, append.tracking, append.events
    follower, reached = (tracking.application_name, tracking.notification_id) if tracking else (None, None)
    return (
        append.tenant, str(cause.command_id), cause.command, cause.fingerprint, cause.actor_kind, cause.actor_ref,
        str(cause.correlation_id), cause.causation_id and str(cause.causation_id), append.refusal, follower, reached,
        event.stream, event.version, event.type, event.data, event.case_id, event.policy_version,
        rows.utc(event.occurred_at).isoformat(),
    )  # fmt: skip


def _told(n: int, append: Append) -> Mapping[str, object]:
    cause, tracking = append.cause, append.tracking
    return {
        "n": n,
        "size": len(append.events),
        "tenant": append.tenant,
        "command_id": cause.command_id,
        "command": cause.command,
        "fingerprint": cause.fingerprint,
        "actor_kind": cause.actor_kind,
        "actor_ref": cause.actor_ref,
        "correlation_id": cause.correlation_id,
        "causation_id": cause.causation_id,
        "refusal": append.refusal,
        "follower": tracking and tracking.application_name,
        "reached": tracking and tracking.notification_id,
    }


def _event(n: int, i: int, event: NewEvent) -> Mapping[str, object]:
    return {
        "n": n,
        "i": i,
        "stream": event.stream,
        "version": event.version,
        "type": event.type,
        "data": event.data,
        "case_id": event.case_id,
        "policy_version": event.policy_version,
        "occurred_at": rows.utc(event.occurred_at),
    }


def stored(append: Append, position: int, recorded_at: datetime) -> Receipt:
    """The receipt of what `append_event` stored."""
    return Receipt(
        tenant=append.tenant, command_id=append.cause.command_id, command=append.cause.command,
        fingerprint=append.cause.fingerprint, first=position, last=position, recorded_at=rows.moment(recorded_at),
        refusal=append.refusal,
    )  # fmt: skip


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
    """VersionClash, Known, or the library's exception of the same name; without the detail, which may quote values."""
    if error.diag.constraint_name == TAKEN:
        return VersionClash("another append took the same version")
    if error.diag.constraint_name == KNOWN:
        return Known("the command's result is stored already")
    names = (cls.__name__ for cls in type(error).__mro__)
    kind = next((getattr(library, name) for name in names if hasattr(library, name)), library.PersistenceError)
    message = error.diag.message_primary or str(error).strip() or "the database connection was lost"
    translated: Exception = kind(message)
    return translated
