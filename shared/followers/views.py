"""Read models: tables filled from the log, their rows and their position written in one transaction."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Engine, Integer, MetaData, String, Table, TextClause, bindparam, delete, text

from shared.followers.engine import hold, writing
from shared.followers.rows import Rows
from shared.store.log import EventLog, Recorded

Decode = Callable[[str, bytes], Any]
Fill = Callable[[Rows, Recorded, Any], None]

_POSITIONS = Table(
    "view_position",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("view", String, primary_key=True),
    Column("position", Integer, nullable=False),
)


class OutOfStep(Exception):
    """A page does not continue where the view stands; reading the position again mends it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One read model. Every table has a primary key that begins with `tenant`. apply: (the tenant's rows, stored event,
    fact) changes rows, and does nothing else."""

    name: str
    tables: tuple[Table, ...]
    apply: Fill


class ViewStore:
    """The views of one service in its own database. decode: (stored type, data) -> fact."""

    def __init__(self, engine: Engine, views: Iterable[View], decode: Decode) -> None:
        self.engine = engine
        self.views = {view.name: view for view in views}
        self._decode = decode
        self._moved = threading.Condition()

    def create(self) -> None:
        """Create what is missing; safe to repeat."""
        with writing(self.engine) as connection:
            hold(connection, "create views")
            for table in (_POSITIONS, *(table for view in self.views.values() for table in view.tables)):
                table.create(connection, checkfirst=True)

    def position(self, tenant: str, view: str) -> int:
        """How much of the log the view shows."""
        with self.engine.connect() as connection:
            return _position(connection, tenant, view)

    def lowest(self, tenant: str) -> int:
        """How much of the log every view shows."""
        with self.engine.connect() as connection:
            found = _positions(connection, _READ_ALL, tenant)
        return min(found.get(name, 0) for name in self.views)

    def apply(self, tenant: str, page: Sequence[Recorded], views: Collection[View] | None = None) -> None:
        """Fill the rows of all views, or of some, and move on, whole or not at all; what is shown is skipped."""
        with writing(self.engine) as connection:
            stand = self._locked(connection, tenant, self.views.values() if views is None else views)
            self._fill(Rows(connection, tenant), page, stand)
            _move(connection, tenant, stand)
        with self._moved:
            self._moved.notify_all()

    def rebuild(self, name: str, log: EventLog, *, page: int = 500) -> int:
        """Make a view again from position 0 and give the number of events read; readers see the old rows until the new
        ones are complete, tenant by tenant."""
        return sum(self._rebuild(self.views[name], log, tenant, page) for tenant in log.tenants())

    def wait_for(self, tenant: str, view: str, at_least_position: int, timeout: float = 5.0) -> bool:
        """Wait until a view shows what was written at a position; False when it took too long."""
        until = time.monotonic() + timeout
        while self.position(tenant, view) < at_least_position:
            remaining = until - time.monotonic()
            if remaining <= 0:
                return False
            with self._moved:
                self._moved.wait(min(0.02, remaining))  # another process may be the one that fills it
        return True

    def _locked(self, connection: Connection, tenant: str, views: Iterable[View]) -> dict[str, int]:
        """Where views stand, their rows locked until the transaction ends: a second process waits here, and sees the
        new positions."""
        found = _positions(connection, _LOCK, tenant)
        if new := [{"tenant": tenant, "view": name} for name in self.views if name not in found]:
            connection.execute(_BEGIN, new)
        return {view.name: found.get(view.name, 0) for view in views}

    def _fill(self, rows: Rows, page: Sequence[Recorded], stand: dict[str, int]) -> None:
        for recorded in page:
            behind = [view for view, position in stand.items() if position < recorded.position]
            if any(stand[view] != recorded.position - 1 for view in behind):
                raise OutOfStep(behind)
            fact = self._decode(recorded.type, recorded.data) if behind else None
            for view in behind:
                self.views[view].apply(rows, recorded, fact)
                stand[view] = recorded.position
        rows.write()

    def _rebuild(self, view: View, log: EventLog, tenant: str, size: int) -> int:
        with writing(self.engine) as connection:
            self._locked(connection, tenant, (view,))
            for table in reversed(view.tables):
                connection.execute(delete(table).where(table.c.tenant == tenant))
            stand = {view.name: 0}
            while page := log.read(tenant, stand[view.name], size):
                self._fill(Rows(connection, tenant), page, stand)
            _move(connection, tenant, stand)
        return stand[view.name]


# Written out, because every event moves positions: to build them each time was most of the work.
_READ = text("SELECT position FROM view_position WHERE tenant = :tenant AND view = :view")
_READ_ALL = text("SELECT view, position FROM view_position WHERE tenant = :tenant")
_LOCK = text("UPDATE view_position SET position = position WHERE tenant = :tenant RETURNING view, position")
_BEGIN = text("INSERT INTO view_position (tenant, view, position) VALUES (:tenant, :view, 0)")
_MOVE = text("UPDATE view_position SET position = :position WHERE tenant = :tenant AND view IN :views").bindparams(
    bindparam("views", expanding=True)
)


def _position(connection: Connection, tenant: str, view: str) -> int:
    return connection.execute(_READ, {"tenant": tenant, "view": view}).scalar() or 0


def _positions(connection: Connection, statement: TextClause, tenant: str) -> dict[str, int]:
    return {row.view: row.position for row in connection.execute(statement, {"tenant": tenant})}


def _move(connection: Connection, tenant: str, stand: Mapping[str, int]) -> None:
    for position in set(stand.values()):
        views = sorted(view for view, its in stand.items() if its == position)
        connection.execute(_MOVE, {"tenant": tenant, "position": position, "views": views})
