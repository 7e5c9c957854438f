"""Opening sealed content, and the record of who did."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from shared.domain.sealed import ContentRef
from shared.vault.ciphers import NotAuthentic, context, decrypt
from shared.vault.data_keys import DataKeys
from shared.vault.database import Read, Run, marks, rows_of
from shared.vault.refusals import CONTENT_UNKNOWN, altered, missing
from shared.vault.vault import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A content row with its wrapped key; without both it was destroyed."""

    ref: str
    subject: str
    category: str
    key_id: str
    ciphertext: bytes | None = field(repr=False)
    kek_id: str | None
    wrapped: bytes | None = field(repr=False)

    @property
    def is_destroyed(self) -> bool:
        return self.ciphertext is None or self.wrapped is None


def stored(run: Run, tenant: str, refs: Sequence[ContentRef]) -> list[Stored]:
    """The rows in the order of `refs`. Raises NotFound(content_unknown)."""
    wanted = sorted({ref.ref for ref in refs})
    rows = run(
        "SELECT ref, subject, category, key_id, ciphertext, kek_id, wrapped FROM content"
        " LEFT JOIN data_key USING (tenant, subject, category, key_id)"
        f" WHERE tenant = %s AND ref IN ({marks(wanted)})",
        *(tenant, *wanted),
    )
    found = {row[0]: _from_row(*row) for row in rows}
    if len(found) < len(wanted):
        raise missing(CONTENT_UNKNOWN)
    return [found[ref.ref] for ref in refs]


def hashes(read: Read, tenant: str, refs: Sequence[ContentRef]) -> dict[str, str | None]:
    """The hash of each ciphertext as it is stored; None without one, and nothing for what is not here."""
    wanted = sorted({ref.ref for ref in refs})
    if not wanted:
        return {}
    rows = read(
        f"SELECT ref, ciphertext FROM content WHERE tenant = %s AND ref IN ({marks(wanted)})", *(tenant, *wanted)
    )
    return {ref: None if kept is None else hashlib.sha256(kept).hexdigest() for ref, kept in rows}


def record(
    run: Run, tenant: str, read: Sequence[Stored], reader: str, reason: str, case_id: str | None, at: str
) -> None:
    """One row for each content that is about to be given."""
    values, parameters = rows_of(
        (tenant, str(uuid4()), row.subject, row.category, row.ref, reader, reason, case_id, at) for row in read
    )
    run.later(
        "INSERT INTO reading (tenant, reading_id, subject, category, ref, reader, reason, case_id, read_at)"
        f" VALUES {values}",
        *parameters,
    )


def opened(keys: DataKeys, tenant: str, row: Stored, ref: ContentRef) -> bytes:
    """The content. Raises Conflict(content_altered)."""
    assert row.ciphertext is not None
    assert row.wrapped is not None
    assert row.kek_id is not None
    if hashlib.sha256(row.ciphertext).hexdigest() != ref.sha256:
        raise altered()
    place = (tenant, row.subject, row.category)
    try:
        key = keys.unwrapped(place, row.key_id, row.kek_id, row.wrapped)
        return decrypt(key, row.ciphertext, context(*place, ref.ref))
    except NotAuthentic:
        raise altered() from None


def recorded(read: Read, tenant: str, subject: str | None, case_id: str | None, latest: int | None) -> list[Reading]:
    """The latest reads, oldest of them first."""
    wanted = [(column, value) for column, value in (("subject", subject), ("case_id", case_id)) if value is not None]
    condition = f" AND ({' OR '.join(f'{column} = %s' for column, _ in wanted)})" if wanted else ""
    limit = "" if latest is None else f" LIMIT {latest:d}"
    rows = read(
        "SELECT subject, category, ref, reader, reason, case_id, read_at FROM reading"
        f" WHERE tenant = %s{condition} ORDER BY read_at DESC, reading_id DESC{limit}",
        *(tenant, *(value for _, value in wanted)),
    )
    return [_reading(tenant, *row) for row in reversed(rows)]


def _from_row(
    ref: str,
    subject: str,
    category: str,
    key_id: str,
    ciphertext: bytes | None,
    kek_id: str | None,
    wrapped: bytes | None,
) -> Stored:
    return Stored(
        ref=ref,
        subject=subject,
        category=category,
        key_id=key_id,
        ciphertext=ciphertext,
        kek_id=kek_id,
        wrapped=wrapped,
    )


def _reading(
    tenant: str, subject: str, category: str, ref: str, reader: str, reason: str, case_id: str | None, read_at: str
) -> Reading:
    return Reading(
        tenant=tenant,
        subject=subject,
        category=category,
        ref=ref,
        reader=reader,
        reason=reason,
        case_id=case_id,
        read_at=datetime.fromisoformat(read_at),
    )
