"""What somebody opened on one page at one time is one line, and says for what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from gateways.portal.glances import PURPOSES, glances
from services.governance.application.questions.content_readings import ContentReadingRow
from services.governance.application.questions.readings import CaseReadingRow

CASE = "request-1"
NINE = datetime(2026, 4, 12, 6, 0, 5, tzinfo=UTC)


def opened(
    category: str, seconds: int = 0, *, reader: str = "officer-1", case_id: str | None = CASE
) -> ContentReadingRow:
    at = NINE + timedelta(seconds=seconds)
    return ContentReadingRow(reader=reader, category=category, reason="case_page", case_id=case_id, read_at=at)


def test_a_page_opened_twice_in_a_minute_is_one_line_and_a_minute_later_another() -> None:
    found = glances(CASE, [opened("profile"), opened("identity", 1), opened("profile", 20), opened("needs", 60)], [])
    assert [len(one.contents) for one in found] == [1, 2]
    assert [one.at.minute for one in found] == [1, 0]
    assert {one.purpose for one in found} == {PURPOSES["case_page"]}


def test_readers_and_what_is_outside_the_case_stand_apart() -> None:
    rows = [opened("profile"), opened("profile", reader="officer-2"), opened("profile", case_id=None)]
    assert {(one.reader, one.of_case) for one in glances(CASE, rows, [])} == {
        ("officer-1", True),
        ("officer-2", True),
        ("officer-1", False),
    }


def test_a_history_told_by_three_services_is_one_reading_of_the_record() -> None:
    told = [
        CaseReadingRow(case_id=CASE, service=service, reader="auditor-1", until=None, read_at=NINE)
        for service in ("intake", "committee", "governance")
    ]
    (one,) = glances(CASE, [], told)
    assert one.of_record
    assert one.contents == (("سجل الحالة كله", "the whole record of the case"),)


def test_what_a_service_opened_by_itself_is_no_persons() -> None:
    (one,) = glances(CASE, [opened("message", reader="notifications")], [])
    assert one.by_itself
    assert not one.of_record


def test_what_nobody_has_named_is_shown_as_it_is() -> None:
    row = ContentReadingRow(reader="officer-1", category="relics", reason="curiosity", case_id=CASE, read_at=NINE)
    (one,) = glances(CASE, [row], [])
    assert (one.purpose, one.contents) == (("curiosity", "curiosity"), (("relics", "relics"),))
