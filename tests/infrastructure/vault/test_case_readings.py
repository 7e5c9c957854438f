"""Who had a case told to him stays on record, in either vault."""

from __future__ import annotations

from datetime import UTC, datetime

from shared.vault import Vault
from shared.vault.case_reading import CaseReading
from tests.infrastructure.vault.conftest import NOW, Backend

THEN = datetime(2026, 3, 1, 12, 0, 0, 5, tzinfo=UTC)


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
