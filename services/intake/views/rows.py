"""How a view writes a row: by tenant and key, inserted, changed or removed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, insert, update

from shared.store.log import Recorded


def id_of(row: Recorded) -> str:
    """The id of the thing whose stream this is."""
    return row.stream.split("-", 1)[1]


def add(connection: Connection, table: Table, row: Recorded, **values: Any) -> None:
    """A new row of the event's tenant."""
    connection.execute(insert(table).values(tenant=row.tenant, **values))


def change(connection: Connection, table: Table, row: Recorded, key: dict[str, Any], **values: Any) -> None:
    """Set columns where the key fits."""
    connection.execute(update(table).where(_where(table, row, key)).values(**values))


def remove(connection: Connection, table: Table, row: Recorded, **key: Any) -> None:
    """Delete where the key fits."""
    connection.execute(delete(table).where(_where(table, row, key)))


def _where(table: Table, row: Recorded, key: dict[str, Any]) -> ColumnElement[bool]:
    return and_(table.c.tenant == row.tenant, *(table.c[name] == value for name, value in key.items()))
