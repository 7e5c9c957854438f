"""The employee's tools: listed, and with a file or without."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Integer, MetaData, String, Table

from services.governance.domain.events import offerings as events
from shared.followers import Rows, View
from shared.store.log import Recorded

LISTED = Table(
    "tools",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("tool_code", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("en", String, nullable=False),
    Column("ar", String, nullable=False),
    Column("clause", String),
    Column("basis", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("file_sha256", String),
)


def apply(rows: Rows, recorded: Recorded, event: Any) -> None:
    """Fill the table; `position` keeps the order in which tools were listed."""
    match event:
        case events.ToolListed():
            rows.put(
                LISTED,
                tool_code=event.tool_code,
                position=recorded.position,
                kind=event.kind,
                en=event.name.en,
                ar=event.name.ar,
                clause=event.clause,
                basis=event.basis,
                version=0,
            )
        case events.ToolVersionPublished(tool_code=code, version=version, file_sha256=sha256):
            rows.change(LISTED, {"tool_code": code}, version=version, file_sha256=sha256)


TOOLS = View(name="tools", tables=(LISTED,), apply=apply)
