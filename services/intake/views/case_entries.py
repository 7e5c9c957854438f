"""The electronic case file: every act on a case that has a file, numbered in the order of the log."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Integer, MetaData, String, Table

from services.intake.domain.events import case_file as events
from services.intake.views.rows import id_of
from shared.followers import Rows, View
from shared.store.log import Recorded

_TABLES = MetaData()
CASE_FILES = Table(
    "case_files",
    _TABLES,
    Column("tenant", String, primary_key=True),
    Column("request_id", String, primary_key=True),
    Column("number", String, nullable=False),
    Column("last_entry", Integer, nullable=False),
    Column("last_paper_item", Integer, nullable=False),
)
CASE_ENTRIES = Table(
    "case_entries",
    _TABLES,
    Column("tenant", String, primary_key=True),
    Column("request_id", String, primary_key=True),
    Column("entry_no", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("entered_at", String, nullable=False),
    Column("entered_by", String, nullable=False),
)


def fill(rows: Rows, row: Recorded, event: Any) -> None:
    """Whoever acts need not remember the file: what happened is in it."""
    if isinstance(event, events.CaseFileOpened):
        rows.add(CASE_FILES, request_id=id_of(row), number=event.number, last_entry=0, last_paper_item=0)
    if isinstance(event, events.PaperItemFiled):
        # Filing the paper of an entry is not another entry: else both files could never be in step.
        rows.change(CASE_FILES, {"request_id": id_of(row)}, last_paper_item=event.item_no)
    elif row.case_id is not None:
        enter(rows, row, row.case_id)


def enter(rows: Rows, row: Recorded, request_id: str) -> None:
    """The next entry, if the case has a file."""
    file = rows.find(CASE_FILES, request_id=request_id)
    if file is None:
        return
    entry_no = file["last_entry"] + 1
    rows.add(
        CASE_ENTRIES,
        request_id=request_id,
        entry_no=entry_no,
        kind=row.type,
        position=row.position,
        entered_at=row.occurred_at.isoformat(),
        entered_by=row.actor_ref,
    )
    rows.change(CASE_FILES, {"request_id": request_id}, last_entry=entry_no)


CASE_ENTRIES_VIEW = View(name="case_entries", tables=(CASE_FILES, CASE_ENTRIES), apply=fill)
