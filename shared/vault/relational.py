"""The vault on a relational database: what `Vault` promises, each method one short transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from secrets import token_hex
from uuid import UUID

from shared.domain.sealed import ContentRef
from shared.vault import case_reading, data_keys, destruction, keeping, reading
from shared.vault.case_reading import CaseReading
from shared.vault.ciphers import context, digest, encrypt
from shared.vault.data_keys import DataKeys
from shared.vault.database import Database, marks, stamp
from shared.vault.keyring import Keyring
from shared.vault.refusals import CONTENT_DESTROYED, missing
from shared.vault.vault import DataKey, Destroyed, Hold, IndexEntry, IsKnown, Place, Reading, SealedContent


class RelationalVault:
    """See `Vault` for what each method promises."""

    def __init__(self, database: Database, keyring: Keyring, now: Callable[[], datetime]) -> None:
        self._database = database
        self._keyring = keyring
        self._keys = DataKeys(database=database, keyring=keyring)
        self._now = now
        self._confirmed = keeping.Confirmed()

    def keys(self, tenant: str, places: Collection[Place]) -> Mapping[Place, DataKey]:
        return self._keys.of(tenant, places)

    def seal(self, key: DataKey, content: bytes, *, service: str, command_id: UUID) -> SealedContent:
        ref = token_hex(16)
        ciphertext = encrypt(key.key, content, context(key.tenant, key.subject, key.category, ref))
        made = ContentRef(ref=ref, sha256=hashlib.sha256(ciphertext).hexdigest())
        return SealedContent(key=key, service=service, command_id=command_id, ref=made, ciphertext=ciphertext)

    def index(self, content: SealedContent, kind: str, value: str) -> IndexEntry:
        return IndexEntry(content=content, kind=kind, digest=self._digests(content.key.tenant, kind, value)[0])

    def fingerprint(self, key: DataKey, content: bytes) -> str:
        return digest(key.key, content).hex()

    def keep(
        self, contents: Sequence[SealedContent], index: Sequence[IndexEntry] = (), keys: Collection[DataKey] = ()
    ) -> None:
        needed = {key.key_id: key for key in (*keys, *(content.key for content in contents))}
        since = stamp(self._now())
        with self._database.transaction() as run:
            data_keys.store(run, list(needed.values()), self._database.shared, since)
            keeping.store(run, contents, index, since)
            keeping.settle(run, self._confirmed.taken(), self._database.unlocked)

    def confirm(self, refs: Sequence[ContentRef]) -> None:
        self._confirmed.add(ref.ref for ref in refs)

    def discard(self, refs: Sequence[ContentRef]) -> None:
        with self._database.transaction() as run:
            keeping.settle(run, self._confirmed.taken(), self._database.unlocked)
            keeping.remove(run, [ref.ref for ref in refs])

    def sweep(self, older_than: timedelta, is_known: IsKnown, service: str | None = None) -> int:
        self._write_confirmed()
        before = stamp(self._now() - older_than)
        pending = keeping.commands_pending(self._database.read, before)
        commands = [command for command in pending if service in (None, command[1])]
        # Asked between the transactions: the answer comes from another database, and no lock may wait for it.
        known = {command: is_known(*command) for command in commands}
        with self._database.transaction() as run:
            return sum(keeping.settle_command(run, command, before, known=known[command]) for command in commands)

    def open(self, tenant: str, ref: ContentRef, *, reader: str, reason: str, case_id: str | None) -> bytes:
        (content,) = self.open_all(tenant, [ref], reader=reader, reason=reason, case_id=case_id)
        if content is None:
            raise missing(CONTENT_DESTROYED)
        return content

    def open_all(
        self, tenant: str, refs: Sequence[ContentRef], *, reader: str, reason: str, case_id: str | None
    ) -> tuple[bytes | None, ...]:
        with self._database.transaction() as run:
            rows = reading.stored(run, tenant, refs)
            kept = [row for row in rows if not row.is_destroyed]
            if kept:
                reading.record(run, tenant, kept, reader, reason, case_id, stamp(self._now()))
        pairs = zip(rows, refs, strict=True)
        return tuple(None if row.is_destroyed else reading.opened(self._keys, tenant, row, ref) for row, ref in pairs)

    def readings(
        self, tenant: str, *, subject: str | None = None, case_id: str | None = None, latest: int | None = None
    ) -> Sequence[Reading]:
        return reading.recorded(self._database.read, tenant, subject, case_id, latest)

    def note_case(self, tenant: str, case_id: str, *, service: str, reader: str, until: datetime | None) -> None:
        told = CaseReading(
            tenant=tenant, case_id=case_id, service=service, reader=reader, until=until, read_at=self._now()
        )
        with self._database.transaction() as run:
            case_reading.noted(run, told)

    def case_readings(
        self, tenant: str, *, case_id: str | None = None, reader: str | None = None, latest: int = 1000
    ) -> Sequence[CaseReading]:
        return case_reading.found(self._database.read, tenant, case_id, reader, latest)

    def find(self, tenant: str, kind: str, value: str) -> tuple[str, ...]:
        digests = self._digests(tenant, kind, value)
        rows = self._database.read(
            "SELECT DISTINCT subject FROM blind_index"
            f" WHERE tenant = %s AND kind = %s AND digest IN ({marks(digests)})",
            *(tenant, kind, *digests),
        )
        return tuple(sorted(subject for (subject,) in rows))

    def hashes(self, tenant: str, refs: Sequence[ContentRef]) -> Mapping[str, str | None]:
        return reading.hashes(self._database.read, tenant, refs)

    def references(self, tenant: str, subject: str) -> Sequence[tuple[str, ContentRef]]:
        rows = self._database.read(
            "SELECT category, ref, sha256 FROM content WHERE tenant = %s AND subject = %s"
            " AND ciphertext IS NOT NULL ORDER BY category, ref",
            *(tenant, subject),
        )
        return [(category, ContentRef(ref=ref, sha256=sha256)) for category, ref, sha256 in rows]

    def hold(self, tenant: str, subject: str, hold_id: str, reason_code: str) -> None:
        with self._database.transaction() as run:
            destruction.lock_against_keeping(run, self._database, tenant, subject)
            destruction.placed(run, tenant, subject, hold_id, reason_code, self._now())

    def release(self, tenant: str, subject: str, hold_id: str) -> None:
        with self._database.transaction() as run:
            destruction.released(run, tenant, subject, hold_id, self._now())

    def holds(self, tenant: str, subject: str) -> Sequence[Hold]:
        return destruction.in_force(self._database.read, tenant, subject)

    def destroy(self, tenant: str, subject: str, categories: Collection[str] | None) -> Destroyed:
        with self._database.transaction() as run:
            destruction.lock_against_keeping(run, self._database, tenant, subject)
            destroyed = destruction.destroyed(run, tenant, subject, categories, self._now())
        return replace(destroyed, overwritten=self._database.overwrite())

    def close(self) -> None:
        """Give the connections back."""
        self._write_confirmed()
        self._database.close()

    def _write_confirmed(self) -> None:
        if refs := self._confirmed.taken():
            with self._database.transaction() as run:
                keeping.settle(run, refs, self._database.unlocked)

    def _digests(self, tenant: str, kind: str, value: str) -> list[bytes]:
        """Under each of the keyring's keys, the current one first: rows written before a rotation are still found."""
        keys = self._keyring.derive(context("sanad vault index v1", tenant))
        return [digest(key, context(kind, value)) for key in keys.values()]
