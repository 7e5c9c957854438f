"""Rows of a view, as the asker's tenant sees them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, select

from shared.application.desk import Desk


def rows(table: Table, order: str, desk: Desk, **where: Any) -> list[dict[str, Any]]:
    """A tenant's rows of a view, without the tenant."""
    chosen = select(table).where(table.c.tenant == desk.actor.tenant).order_by(table.c[order])
    for name, value in where.items():
        chosen = chosen.where(table.c[name] == value)
    with desk.infrastructure.views.engine.connect() as connection:
        found = [dict(row._mapping) for row in connection.execute(chosen)]
    return [{name: value for name, value in row.items() if name != "tenant"} for row in found]
