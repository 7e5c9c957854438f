"""Destroying what is kept about a subject, and the holds that block it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from shared.vault.data_keys import lock
from shared.vault.database import Database, Read, Run, marks, stamp
from shared.vault.refusals import DESTRUCTION_BLOCKED, HOLD_UNKNOWN, missing
from shared.vault.vault import FINGERPRINT, Destroyed, Hold


def placed(run: Run, tenant: str, subject: str, hold_id: str, reason_code: str, at: datetime) -> None:
    """A hold in force; one that was released comes into force again."""
    run(
        "INSERT INTO hold (tenant, subject, hold_id, reason_code, held_at) VALUES (%s, %s, %s, %s, %s)"
        " ON CONFLICT (tenant, subject, hold_id) DO UPDATE SET released_at = NULL, reason_code = excluded.reason_code",
        *(tenant, subject, hold_id, reason_code, stamp(at)),
    )


def released(run: Run, tenant: str, subject: str, hold_id: str, at: datetime) -> None:
    """Lift a hold. Raises NotFound(hold_unknown)."""
    touched = run(
        "UPDATE hold SET released_at = %s WHERE tenant = %s AND subject = %s AND hold_id = %s"
        " AND released_at IS NULL RETURNING 1",
        *(stamp(at), tenant, subject, hold_id),
    )
    if not touched:
        raise missing(HOLD_UNKNOWN, hold_id=hold_id)


def in_force(read: Read, tenant: str, subject: str) -> list[Hold]:
    """The holds, oldest first."""
    rows = read(
        "SELECT hold_id, reason_code, held_at FROM hold WHERE tenant = %s AND subject = %s AND released_at IS NULL"
        " ORDER BY held_at, hold_id",
        *(tenant, subject),
    )
    return [
        Hold(hold_id=hold_id, reason_code=code, held_at=datetime.fromisoformat(held_at))
        for hold_id, code, held_at in rows
    ]


def lock_against_keeping(run: Run, database: Database, tenant: str, subject: str) -> None:
    """From the next answer to the end nobody seals for, keeps for, holds or destroys this subject."""
    lock(run, tenant, [subject], database.exclusive)


def destroyed(run: Run, tenant: str, subject: str, categories: Collection[str] | None, at: datetime) -> Destroyed:
    """Remove the rows. Raises Refused(destruction_blocked)."""
    holds = in_force(run, tenant, subject)
    DESTRUCTION_BLOCKED.unless(not holds, hold_ids=", ".join(hold.hold_id for hold in holds))
    named = sorted(categories or ())
    of_these = "WHERE tenant = %s AND subject = %s" + (
        "" if categories is None else f" AND category IN ({marks(named)})"
    )
    place = (tenant, subject, *named)
    keys = run(f"DELETE FROM data_key {of_these} RETURNING category", *place)
    contents = run(
        "UPDATE content SET ciphertext = NULL, pending_since = NULL, destroyed_at = %s"
        f" {of_these} AND ciphertext IS NOT NULL RETURNING category",
        *(stamp(at), *place),
    )
    index_rows = run(f"DELETE FROM blind_index {of_these} RETURNING category", *place)
    if categories is None:
        _close(run, tenant, subject, at)
    found = {category for (category,) in keys + contents + index_rows} - {FINGERPRINT}
    return Destroyed(
        tenant=tenant,
        subject=subject,
        categories=tuple(sorted(found)) if categories is None else tuple(named),
        keys=len(keys),
        contents=len(contents),
        index_rows=len(index_rows),
        destroyed_at=at,
        overwritten=False,
    )


def _close(run: Run, tenant: str, subject: str, at: datetime) -> None:
    run(
        "UPDATE subject SET destroyed_at = %s WHERE tenant = %s AND subject = %s AND destroyed_at IS NULL",
        *(stamp(at), tenant, subject),
    )
