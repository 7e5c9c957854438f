"""Data keys: one per tenant, subject and category, stored only wrapped."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from secrets import token_bytes

from shared.vault.ciphers import KEY, context
from shared.vault.database import Database, Row, Run, marks, rows_of
from shared.vault.keyring import Keyring
from shared.vault.refusals import SUBJECT_DESTROYED, missing
from shared.vault.vault import DataKey, KeyTaken, Place

ID = 16
"""Bytes of a key's id."""

# All keys of some subjects, which are few; a row without a key says that the subject was destroyed.
OF_SUBJECTS = """SELECT subject, category, key_id, kek_id, wrapped FROM data_key
WHERE tenant = %s AND subject IN ({subjects})
UNION ALL SELECT subject, NULL, NULL, NULL, NULL FROM subject
WHERE tenant = %s AND subject IN ({subjects}) AND destroyed_at IS NOT NULL"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKeys:
    """Gets and makes them."""

    database: Database
    keyring: Keyring

    def of(self, tenant: str, places: Collection[Place]) -> Mapping[Place, DataKey]:
        """The keys; what is missing is made, and not stored. Raises NotFound(subject_destroyed)."""
        rows = self.database.read(*_query(tenant, {subject for subject, _ in places}))
        _demand_alive(rows)
        stored = {(subject, category): wrapping for subject, category, *wrapping in rows}
        return {
            place: self._known(tenant, place, *stored[place]) if place in stored else self._fresh(tenant, place)
            for place in places
        }

    def unwrapped(self, place: tuple[str, str, str], key_id: str, kek_id: str, wrapped: bytes) -> bytes:
        return self.keyring.unwrap(kek_id, wrapped, context(*place, key_id))

    def _known(self, tenant: str, place: Place, key_id: str, kek_id: str, wrapped: bytes) -> DataKey:
        subject, category = place
        key = self.unwrapped((tenant, subject, category), key_id, kek_id, wrapped)
        return DataKey(tenant=tenant, subject=subject, category=category, key_id=key_id, key=key)

    def _fresh(self, tenant: str, place: Place) -> DataKey:
        (subject, category), drawn = place, token_bytes(KEY + ID)
        key, key_id = drawn[:KEY], drawn[KEY:].hex()
        wrapped = self.keyring.wrap(key, context(tenant, subject, category, key_id))
        new = (self.keyring.current, wrapped)
        return DataKey(tenant=tenant, subject=subject, category=category, key_id=key_id, key=key, new=new)


def store(run: Run, keys: Sequence[DataKey], shared: str, since: str) -> None:
    """Store the new ones among one tenant's keys, and hold off destructions of any of them until the end.

    Raises NotFound(subject_destroyed) when one was destroyed since it was given, KeyTaken when others were faster.
    """
    tenant, subjects = keys[0].tenant, {key.subject for key in keys}
    if shared:  # otherwise this transaction keeps all others away
        lock(run, tenant, subjects, shared)
    if new := sorted(_row(*key.new, key, since) for key in keys if key.new):
        values, parameters = rows_of(new)
        run.later(
            "INSERT INTO data_key (tenant, subject, category, key_id, kek_id, wrapped, created_at)"
            f" VALUES {values} ON CONFLICT DO NOTHING",
            *parameters,
        )
    _demand(keys, run(*_query(tenant, subjects)))


def lock(run: Run, tenant: str, subjects: Iterable[str], clause: str) -> None:
    """Lock the subjects' rows until the end, in one order, so that nobody deadlocks."""
    in_order = sorted(subjects)
    values, parameters = rows_of((tenant, subject) for subject in in_order)
    run.later(f"INSERT INTO subject (tenant, subject) VALUES {values} ON CONFLICT DO NOTHING", *parameters)
    if clause:
        run.later(
            f"SELECT 1 FROM subject WHERE tenant = %s AND subject IN ({marks(in_order)}) ORDER BY subject {clause}",
            *(tenant, *in_order),
        )


def _query(tenant: str, subjects: Iterable[str]) -> tuple[str, ...]:
    in_order = sorted(subjects)
    return (OF_SUBJECTS.format(subjects=marks(in_order)), *(tenant, *in_order) * 2)


def _row(kek_id: str, wrapped: bytes, key: DataKey, since: str) -> Row:
    return (key.tenant, key.subject, key.category, key.key_id, kek_id, wrapped, since)


def _demand_alive(rows: Iterable[Row]) -> None:
    if any(key_id is None for _, _, key_id, *_ in rows):
        raise missing(SUBJECT_DESTROYED)


def _demand(keys: Iterable[DataKey], rows: Collection[Row]) -> None:
    _demand_alive(rows)
    stored = {key_id for _, _, key_id, *_ in rows}
    if any(key.key_id not in stored for key in keys if not key.new):
        raise missing(SUBJECT_DESTROYED)
    if any(key.key_id not in stored for key in keys):
        raise KeyTaken
