"""What may be asked of the calendar, the service catalogue and the tools."""

from __future__ import annotations

from typing import Annotated, Literal

from shared.contracts.governance import CalendarDay, Wording
from shared.domain.limits import Longest
from shared.domain.messages import message
from shared.domain.sealed import Sealed

ToolKind = Literal["bylaw", "guide", "form", "policy"]


@message
class PublishWorkingCalendar:
    """Publish a version of the working calendar; source: where its days come from."""

    calendar_version: str
    weekend: tuple[str, ...]
    days: tuple[CalendarDay, ...]
    source: str


@message
class ItemName:
    """What an item of evidence is called."""

    item_code: str
    name: Wording


@message
class PublishServiceInformation:
    """Say what a service is and which evidence a request for it must carry; items may be given names."""

    service_code: str
    name: Wording
    required_items: tuple[str, ...] = ()
    item_names: tuple[ItemName, ...] = ()


@message
class ListTool:
    """Put a tool on the officer's list; its file may follow."""

    tool_code: str
    kind: ToolKind
    name: Wording
    clause: str | None = None


@message
class PublishToolVersion:
    """Keep a tool's file; content is base64."""

    tool_code: str
    content: Annotated[str, Longest(characters=900_000), Sealed(category="tool_file", subject="tool_code")]
