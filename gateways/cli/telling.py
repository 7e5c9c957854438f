"""How a case's history is laid out for a person: when, who, what, under which clause."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from rich.table import Table

from shared.application.situation import RIYADH


def case_table(history: Mapping[str, Any]) -> Table:
    """A case history, as the audit door answers it, as a table."""
    table = Table(title=f"Case {history['case_id']}" + (f", as at {history['until']}" if history["until"] else ""))
    table.add_column("When (Riyadh)", no_wrap=True)
    table.add_column("Who")
    table.add_column("What")
    table.add_column("ماذا", justify="right")
    table.add_column("Clause")
    table.add_column("Command", overflow="fold")
    for step in history["steps"]:
        table.add_row(
            moment(step["occurred_at"]),
            step["actor_ref"],
            step["title_en"],
            step["title_ar"],
            step["clause"] or "",
            step["command"].partition(".")[2],
        )
    return table


def moment(text: str) -> str:
    """An instant in the association's time zone, to the minute."""
    return datetime.fromisoformat(text).astimezone(RIYADH).strftime("%Y-%m-%d %H:%M")
