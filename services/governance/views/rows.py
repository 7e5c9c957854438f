"""How a row is put in its place: written anew, so that telling a fact twice leaves one row."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, delete, insert, update

from shared.store.log import Recorded


def put(connection: Connection, table: Table, recorded: Recorded, **values: Any) -> None:
    """Write the row, in the place of one with the same key."""
    row = {"tenant": recorded.tenant, **values}
    connection.execute(delete(table).where(*_same(table, row)))
    connection.execute(insert(table).values(row))


def change(connection: Connection, table: Table, recorded: Recorded, key: dict[str, Any], **values: Any) -> None:
    """Change the rows under this key."""
    where = [table.c[name] == value for name, value in {"tenant": recorded.tenant, **key}.items()]
    connection.execute(update(table).where(*where).values(**values))


def remove(connection: Connection, table: Table, recorded: Recorded, **key: Any) -> None:
    """Take the rows under this key away."""
    where = [table.c[name] == value for name, value in {"tenant": recorded.tenant, **key}.items()]
    connection.execute(delete(table).where(*where))


def _same(table: Table, row: dict[str, Any]) -> list[Any]:
    return [column == row[column.name] for column in table.primary_key.columns]
