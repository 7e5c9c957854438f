"""A view's rows as a page of events changes them: gathered by primary key, and each row written once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    insert,
    select,
    update,
)

Key = tuple[Any, ...]


class RowExists(Exception):
    """Two events of one page add the same row."""


@dataclass(slots=True)
class _Pending:
    """What is to be done to one row: replace deletes before it inserts."""

    verb: Literal["insert", "replace", "update", "delete"]
    values: dict[str, Any]


class Rows:
    """One tenant's rows, within the transaction that also stores the view's position.

    Every table has a primary key that begins with `tenant`, and no column defaults. A key names the rest of it, whole.
    Nothing is written before `write`; what `find` gives shows what was changed before.
    """

    def __init__(self, connection: Connection, tenant: str) -> None:
        self._connection = connection
        self._tenant = tenant
        self._pending: defaultdict[Table, dict[Key, _Pending]] = defaultdict(dict)
        self._stored: dict[tuple[Table, Key], Mapping[str, Any] | None] = {}

    def add(self, table: Table, **values: Any) -> None:
        """A new row; one that is there already fails the page."""
        key = _key(table, values, whole=False)
        before = self._pending[table].get(key)
        if before is not None and before.verb in ("insert", "replace"):
            raise RowExists(table.name)
        verb: Literal["insert", "replace"] = "replace" if before is not None and before.verb == "delete" else "insert"
        self._pending[table][key] = _Pending(verb, values)

    def put(self, table: Table, **values: Any) -> None:
        """A new row, in the place of one with the same key."""
        self._pending[table][_key(table, values, whole=False)] = _Pending("replace", values)

    def change(self, table: Table, key: Mapping[str, Any], **values: Any) -> None:
        """Set columns of the row with this key, if there is one."""
        pending = self._pending[table].setdefault(_key(table, key), _Pending("update", {}))
        if pending.verb != "delete":
            pending.values |= values

    def remove(self, table: Table, **key: Any) -> None:
        """Take the row with this key away, if there is one."""
        self._pending[table][_key(table, key)] = _Pending("delete", {})

    def remove_all(self, table: Table, **where: Any) -> None:
        """Take away every row whose columns have these values; the one thing that is written at once."""
        self.write()
        fits = [table.c[name] == value for name, value in where.items()]
        self._connection.execute(delete(table).where(table.c.tenant == self._tenant, *fits))

    def find(self, table: Table, **key: Any) -> Mapping[str, Any] | None:
        """The row with this key as it now stands."""
        values = _key(table, key)
        pending = self._pending[table].get(values)
        if pending is None or pending.verb == "update":
            stored = self._read(table, values)
            return stored if stored is None or pending is None else {**stored, **pending.values}
        return None if pending.verb == "delete" else self._whole(table, values, pending)

    def write(self) -> None:
        """Write what has gathered: at most one statement for each table, verb and set of columns."""
        for table, rows in self._pending.items():
            gone = [self._at(table, key) for key, row in rows.items() if row.verb in ("delete", "replace")]
            new = [self._whole(table, key, row) for key, row in rows.items() if row.verb in ("insert", "replace")]
            changed: defaultdict[frozenset[str], list[dict[str, Any]]] = defaultdict(list)
            for key, row in rows.items():
                if row.verb == "update" and row.values:
                    changed[frozenset(row.values)].append(self._at(table, key) | row.values)
            if gone:
                self._connection.execute(_delete(table), gone)
            if new:
                self._connection.execute(insert(table), new)
            for several in changed.values():
                self._connection.execute(_update(table), several)
        self._pending.clear()
        self._stored.clear()

    def _read(self, table: Table, key: Key) -> Mapping[str, Any] | None:
        if (table, key) not in self._stored:
            found = self._connection.execute(_select(table), self._at(table, key)).mappings().first()
            self._stored[table, key] = None if found is None else dict(found)
        return self._stored[table, key]

    def _at(self, table: Table, key: Key) -> dict[str, Any]:
        """The key as the parameters of `_same`."""
        return dict(zip(_parameters(table), (self._tenant, *key), strict=True))

    def _whole(self, table: Table, key: Key, row: _Pending) -> dict[str, Any]:
        given = row.values | dict(zip(_names(table), (self._tenant, *key), strict=True))
        return {column.name: given.get(column.name) for column in table.columns}


def _key(table: Table, values: Mapping[str, Any], *, whole: bool = True) -> Key:
    names = _names(table)[1:]
    if whole and len(values) != len(names):
        raise KeyError(f"the key of {table.name} is {', '.join(names)}")
    return tuple(values[name] for name in names)


@cache
def _names(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.primary_key.columns)


@cache
def _parameters(table: Table) -> tuple[str, ...]:
    # Not the columns' own names: those are the values an UPDATE sets.
    return tuple(f"key_{name}" for name in _names(table))


@cache
def _same(table: Table) -> ColumnElement[bool]:
    pairs = zip(table.primary_key.columns, _parameters(table), strict=True)
    return and_(*(column == bindparam(name) for column, name in pairs))


@cache
def _select(table: Table) -> Select[Any]:
    return select(table).where(_same(table))


@cache
def _delete(table: Table) -> Delete:
    return delete(table).where(_same(table))


@cache
def _update(table: Table) -> Update:
    return update(table).where(_same(table))
