"""The second phase: sealed contents and index entries as rows, pending until their command is known to be stored."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from shared.vault.data_keys import DataKeys
from shared.vault.database import Row, Run, marks, rows_of
from shared.vault.refusals import SUBJECT_DESTROYED, missing
from shared.vault.vault import IndexEntry, SealedContent


def store(run: Run, keys: DataKeys, contents: Sequence[SealedContent], index: Sequence[IndexEntry], since: str) -> None:
    """Write the rows, provided that the keys the contents were sealed under still exist."""
    keys.alive(run, {(content.tenant, content.subject) for content in contents})
    _demand_keys(run, sorted({(item.tenant, item.subject, item.category, item.key_id) for item in contents}))
    _store_contents(run, contents, since)
    if index:
        _store_index(run, index)


def settle(run: Run, refs: Sequence[str]) -> None:
    """They are no longer pending. A reference is unguessable and the same in no two tenants."""
    condition = f"ref IN ({marks(refs)}) AND pending_since IS NOT NULL"
    run(f"UPDATE content SET pending_since = NULL WHERE {condition}", *refs)


def remove(run: Run, refs: Sequence[str]) -> None:
    """Delete those still pending, with their index rows."""
    condition = f"ref IN ({marks(refs)}) AND pending_since IS NOT NULL"
    _unindex(run, run(f"DELETE FROM content WHERE {condition} RETURNING tenant, ref", *refs))


def commands_pending(run: Run, before: str) -> list[tuple[str, str, UUID]]:
    """Tenant, service and command id of what has been pending since before an instant."""
    rows = run("SELECT DISTINCT tenant, service, command_id FROM content WHERE pending_since < %s", before)
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


def _demand_keys(run: Run, needed: Sequence[Row]) -> None:
    values, parameters = rows_of(needed)
    found = run(
        f"SELECT 1 FROM data_key WHERE (tenant, subject, category, key_id) IN (VALUES {values})",
        *parameters,
    )
    if len(found) < len(needed):
        raise missing(SUBJECT_DESTROYED)


def _store_contents(run: Run, contents: Sequence[SealedContent], since: str) -> None:
    values, parameters = rows_of(_content_row(content, since) for content in contents)
    run(
        "INSERT INTO content (tenant, ref, service, command_id, subject, category, key_id, sha256, ciphertext,"
        f" pending_since) VALUES {values}",
        *parameters,
    )


def _content_row(content: SealedContent, since: str) -> Row:
    command_id, sha256 = str(content.command_id), content.ref.sha256
    origin = (content.tenant, content.ref.ref, content.service, command_id, content.subject, content.category)
    return (*origin, content.key_id, sha256, content.ciphertext, since)


def _store_index(run: Run, index: Sequence[IndexEntry]) -> None:
    values, parameters = rows_of(_index_row(entry) for entry in index)
    run(
        f"INSERT INTO blind_index (tenant, ref, kind, digest, subject, category) VALUES {values}"
        " ON CONFLICT DO NOTHING",
        *parameters,
    )


def _index_row(entry: IndexEntry) -> Row:
    content = entry.content
    return (content.tenant, content.ref.ref, entry.kind, entry.digest, content.subject, content.category)
