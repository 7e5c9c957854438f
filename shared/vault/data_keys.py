"""Data keys: one per tenant, subject and category, stored only wrapped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from secrets import token_bytes, token_hex

from shared.vault.ciphers import KEY, context
from shared.vault.database import Database, Row, Run, rows_of, stamp
from shared.vault.keyring import Keyring
from shared.vault.refusals import SUBJECT_DESTROYED, missing


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKey:
    """An unwrapped key. `key_id` differs when a category is used again after its destruction."""

    key_id: str
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKeys:
    """Gets and creates them."""

    database: Database
    keyring: Keyring

    def of(self, run: Run, tenant: str, subject: str, category: str, at: datetime) -> DataKey:
        """The key, created at first use. Raises NotFound(subject_destroyed)."""
        place = (tenant, subject, category)
        row = self._stored(run, place)
        if row is None:
            row = self._created(run, place, at)
        key_id, kek_id, wrapped = row
        return DataKey(key_id=key_id, key=self.unwrapped(place, key_id, kek_id, wrapped))

    def unwrapped(self, place: tuple[str, str, str], key_id: str, kek_id: str, wrapped: bytes) -> bytes:
        return self.keyring.unwrap(kek_id, wrapped, context(*place, key_id))

    def alive(self, run: Run, subjects: Iterable[tuple[str, str]]) -> None:
        """Hold off destructions of these (tenant, subject) until the end. Raises NotFound(subject_destroyed)."""
        if any(destroyed_at is not None for (destroyed_at,) in locked(run, subjects, self.database.shared)):
            raise missing(SUBJECT_DESTROYED)

    def _stored(self, run: Run, place: tuple[str, str, str]) -> Row | None:
        rows = run(
            "SELECT key_id, kek_id, wrapped FROM data_key WHERE tenant = %s AND subject = %s AND category = %s", *place
        )
        return rows[0] if rows else None

    def _created(self, run: Run, place: tuple[str, str, str], at: datetime) -> Row:
        """Of two that create it at once, both get the one that was stored."""
        tenant, subject, _ = place
        self.alive(run, [(tenant, subject)])
        key_id = token_hex(16)
        row = (key_id, self.keyring.current, self.keyring.wrap(token_bytes(KEY), context(*place, key_id)))
        run(
            "INSERT INTO data_key (tenant, subject, category, key_id, kek_id, wrapped, created_at)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
            *(place + row + (stamp(at),)),
        )
        stored = self._stored(run, place)
        assert stored is not None  # the subject row is locked, so nobody can have destroyed it
        return stored


def locked(run: Run, subjects: Iterable[tuple[str, str]], lock: str) -> list[Row]:
    """When each subject was destroyed; rows are locked until the end, in one order, so that nobody deadlocks."""
    values, parameters = rows_of(sorted(set(subjects)))
    run(f"INSERT INTO subject (tenant, subject) VALUES {values} ON CONFLICT DO NOTHING", *parameters)
    return run(
        f"SELECT destroyed_at FROM subject WHERE (tenant, subject) IN (VALUES {values})"
        f" ORDER BY tenant, subject {lock}",
        *parameters,
    )
