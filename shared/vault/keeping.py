"""The second phase: sealed contents and index entries as rows, pending until their command is known to be stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Lock
from uuid import UUID

from shared.vault.database import Read, Row, Run, marks, rows_of
from shared.vault.vault import IndexEntry, SealedContent


class Confirmed:
    """References whose command was stored, until a transaction writes it along."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._refs: list[str] = []

    def add(self, refs: Iterable[str]) -> None:
        with self._lock:
            self._refs.extend(refs)

    def taken(self) -> list[str]:
        """All, each given once: two transactions never touch the same rows."""
        with self._lock:
            refs, self._refs = self._refs, []
        return refs


def store(run: Run, contents: Sequence[SealedContent], index: Sequence[IndexEntry], since: str) -> None:
    """Write the rows."""
    if contents:
        _store_contents(run, contents, since)
    if index:
        _store_index(run, index)


def settle(run: Run, refs: Sequence[str], unlocked: str) -> None:
    """They are no longer pending. A reference is unguessable and the same in no two tenants.

    Whoever holds one of the rows, a sweep or a destruction, settles it as well: to wait for him might be a deadlock.
    """
    condition = f"ref IN ({marks(refs)}) AND pending_since IS NOT NULL"
    if unlocked:
        condition = f"(tenant, ref) IN (SELECT tenant, ref FROM content WHERE {condition} {unlocked})"
    if refs:
        run.later(f"UPDATE content SET pending_since = NULL WHERE {condition}", *refs)


def remove(run: Run, refs: Sequence[str]) -> None:
    """Delete those still pending, with their index rows."""
    condition = f"ref IN ({marks(refs)}) AND pending_since IS NOT NULL"
    _unindex(run, run(f"DELETE FROM content WHERE {condition} RETURNING tenant, ref", *refs))


def commands_pending(read: Read, before: str) -> list[tuple[str, str, UUID]]:
    """Tenant, service and command id of what has been pending since before an instant."""
    rows = read("SELECT DISTINCT tenant, service, command_id FROM content WHERE pending_since < %s", before)
    return [(tenant, service, UUID(command_id)) for tenant, service, command_id in rows]


def settle_command(run: Run, command: tuple[str, str, UUID], before: str, *, known: bool) -> int:
    """Settle or delete what a command left pending; gives the number of contents deleted."""
    tenant, service, command_id = command
    verb = "UPDATE content SET pending_since = NULL" if known else "DELETE FROM content"
    touched = run(
        f"{verb} WHERE tenant = %s AND service = %s AND command_id = %s AND pending_since < %s RETURNING tenant, ref",
        *(tenant, service, str(command_id), before),
    )
    if known:
        return 0
    _unindex(run, touched)
    return len(touched)


def _unindex(run: Run, removed: Sequence[Row]) -> None:
    if removed:
        values, parameters = rows_of(removed)
        run(f"DELETE FROM blind_index WHERE (tenant, ref) IN (VALUES {values})", *parameters)


def _store_contents(run: Run, contents: Sequence[SealedContent], since: str) -> None:
    values, parameters = rows_of(_content_row(content, since) for content in contents)
    run.later(
        "INSERT INTO content (tenant, ref, service, command_id, subject, category, key_id, sha256, ciphertext,"
        f" pending_since) VALUES {values}",
        *parameters,
    )


def _content_row(content: SealedContent, since: str) -> Row:
    key, ref = content.key, content.ref
    origin = (key.tenant, ref.ref, content.service, str(content.command_id), key.subject, key.category)
    return (*origin, key.key_id, ref.sha256, content.ciphertext, since)


def _store_index(run: Run, index: Sequence[IndexEntry]) -> None:
    values, parameters = rows_of(_index_row(entry) for entry in index)
    run.later(
        f"INSERT INTO blind_index (tenant, ref, kind, digest, subject, category) VALUES {values}"
        " ON CONFLICT DO NOTHING",
        *parameters,
    )


def _index_row(entry: IndexEntry) -> Row:
    key = entry.content.key
    return (key.tenant, entry.content.ref.ref, entry.kind, entry.digest, key.subject, key.category)
