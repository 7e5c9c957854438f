"""How a list is read from a view: the tenant's rows only, and not before the view shows what the asker has seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, select

from shared.application.desk import Desk
from shared.domain.refusals import Reason
from shared.followers.views import View

view_behind = Reason(
    code="view_behind",
    en="This list does not show the latest change yet; ask again.",
    ar="لا تعرض هذه القائمة آخر تغيير بعد؛ أعد السؤال.",
)


def rows(
    desk: Desk, view: View, table: Table, at_least_position: int, order: Sequence[str], **key: Any
) -> list[dict[str, Any]]:
    """The rows under a key, without their tenant; a None in the key is no condition."""
    tenant, views = desk.actor.tenant, desk.infrastructure.views
    shown = at_least_position <= 0 or views.wait_for(tenant, view.name, at_least_position)
    view_behind.unless(shown)
    where = [table.c[name] == value for name, value in key.items() if value is not None]
    query = select(table).where(table.c.tenant == tenant, *where).order_by(*(table.c[name] for name in order))
    with views.engine.connect() as connection:
        found = connection.execute(query).mappings().all()
    return [{name: value for name, value in row.items() if name not in ("tenant", "position")} for row in found]
