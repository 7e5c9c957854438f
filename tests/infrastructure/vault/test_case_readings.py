"""Who had a case told to him stays on record, in either vault."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import psycopg2
import pytest

from shared.vault import Vault
from shared.vault.case_reading import CaseReading
from shared.vault.schema import RECORDS
from tests.infrastructure.vault.conftest import NOW, Backend
from tests.infrastructure.vault.examples import kept, read

THEN = datetime(2026, 3, 1, 12, 0, 0, 5, tzinfo=UTC)
IN_BOTH = ("UPDATE {table} SET reader = 'somebody-else'", "DELETE FROM {table}")
CHANGES = {
    "sqlite": (*IN_BOTH, "INSERT OR REPLACE INTO {table} SELECT * FROM {table}"),
    "postgres": (*IN_BOTH, "TRUNCATE {table}"),
}


def test_a_reading_is_found_by_its_case_by_its_reader_and_among_all(vault: Vault) -> None:
    vault.note_case("sidr", "request-1", service="intake", reader="auditor-1", until=None)
    vault.note_case("sidr", "request-2", service="intake", reader="auditor-1", until=THEN)
    vault.note_case("sidr", "request-2", service="committee", reader="auditor-2", until=None)
    first = CaseReading(
        tenant="sidr", case_id="request-1", service="intake", reader="auditor-1", until=None, read_at=NOW
    )
    assert vault.case_readings("sidr", case_id="request-1") == [first]
    assert {one.until for one in vault.case_readings("sidr", reader="auditor-1")} == {None, THEN}
    assert [one.service for one in vault.case_readings("sidr", case_id="request-2", reader="auditor-2")] == [
        "committee"
    ]
    assert len(vault.case_readings("sidr")) == 3
    assert len(vault.case_readings("sidr", latest=2)) == 2
    assert vault.case_readings("kadi") == []


def test_readings_survive_a_restart(backend: Backend) -> None:
    first = backend.open()
    first.note_case("sidr", "request-1", service="intake", reader="auditor-1", until=None)
    first.close()
    again = backend.open()
    assert [one.reader for one in again.case_readings("sidr")] == ["auditor-1"]
    again.close()


@pytest.mark.parametrize("table", RECORDS)
def test_who_read_what_is_changed_by_nobody(backend: Backend, table: str) -> None:
    vault = backend.open()
    vault.note_case("sidr", "request-1", service="intake", reader="auditor-1", until=None)
    read(vault, kept(vault).ref)
    for change in CHANGES[backend.name]:
        with pytest.raises((sqlite3.IntegrityError, psycopg2.errors.InsufficientPrivilege), match="append-only"):
            backend.run(change.format(table=table))
    assert [one.reader for one in vault.case_readings("sidr")] == ["auditor-1"]
    assert [one.reader for one in vault.readings("sidr")] == ["staff-7"]
    vault.close()
