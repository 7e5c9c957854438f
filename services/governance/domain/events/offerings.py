"""What can have happened to a calendar, a service's entry, a tool."""

from __future__ import annotations

from services.governance.domain.commands.offerings import ItemName
from shared.contracts.governance import CalendarDay, Wording
from shared.domain.messages import fact
from shared.domain.sealed import ContentRef


@fact(en="Working calendar published", ar="نُشر تقويم العمل")
class WorkingCalendarPublished:
    calendar_version: str
    weekend: tuple[str, ...]
    days: tuple[CalendarDay, ...]
    source: str


@fact(en="Service information published", ar="نُشرت معلومات الخدمة", clause="information")
class ServiceInformationPublished:
    service_code: str
    version: int
    criteria_version: int
    name: Wording
    required_items: tuple[str, ...]
    changed_fields: tuple[str, ...]
    item_names: tuple[ItemName, ...] = ()


@fact(en="Tool listed", ar="أُدرجت أداة", clause="tools")
class ToolListed:
    """basis: policy, other_tools_clause or not_listed_in_policy."""

    tool_code: str
    kind: str
    name: Wording
    clause: str | None
    basis: str


@fact(en="Tool version published", ar="نُشر إصدار من أداة", clause="tools")
class ToolVersionPublished:
    tool_code: str
    version: int
    file: ContentRef
    byte_count: int
    file_sha256: str
