"""Questions about the tools an association works with."""

from __future__ import annotations

from services.governance.views.listed import rows
from services.governance.views.tools import LISTED, TOOLS
from shared.application.desk import Desk
from shared.domain.messages import message


@message
class ListTools:
    """The employee's tools."""

    at_least_position: int = 0


@message
class ToolRow:
    """version 0 and no hash: listed, not uploaded."""

    tool_code: str
    kind: str
    en: str
    ar: str
    clause: str | None
    basis: str
    version: int
    file_sha256: str | None


@message
class ToolList:
    """In the order in which they were listed."""

    tools: tuple[ToolRow, ...]


def list_tools(query: ListTools, desk: Desk) -> ToolList:
    found = rows(desk, TOOLS, LISTED, query.at_least_position, ("position",))
    return ToolList(tools=tuple(ToolRow(**row) for row in found))
