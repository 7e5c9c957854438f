"""Read models: tables filled from the log, their rows and their position written in one transaction."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Engine, Integer, MetaData, String, Table, delete, text

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

    def followers(self) -> tuple[ViewFollower, ...]:
        """One follower per view."""
        return tuple(ViewFollower(self, view) for view in self.views.values())

    def position(self, tenant: str, view: str) -> int:
        """How much of the log the view shows."""
        with self.engine.connect() as connection:
            return _position(connection, tenant, view)

    def apply(self, view: View, tenant: str, page: Sequence[Recorded]) -> None:
        """Fill rows and move on, whole or not at all; events already shown are skipped."""
        with writing(self.engine) as connection:
            stands = _locked_position(connection, tenant, view.name)
            self._fill(Rows(connection, tenant), view, page, stands)
            _set_position(connection, tenant, view.name, max(stands, page[-1].position))
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

    def _fill(self, rows: Rows, view: View, page: Sequence[Recorded], stands: int) -> int:
        for recorded in page:
            if recorded.position <= stands:
                continue
            if recorded.position != stands + 1:
                raise OutOfStep(view.name)
            view.apply(rows, recorded, self._decode(recorded.type, recorded.data))
            stands = recorded.position
        rows.write()
        return stands

    def _rebuild(self, view: View, log: EventLog, tenant: str, size: int) -> int:
        with writing(self.engine) as connection:
            _locked_position(connection, tenant, view.name)
            for table in reversed(view.tables):
                connection.execute(delete(table).where(table.c.tenant == tenant))
            stands = 0
            while page := log.read(tenant, stands, size):
                stands = self._fill(Rows(connection, tenant), view, page, stands)
            _set_position(connection, tenant, view.name, stands)
        return stands


@dataclass(frozen=True, slots=True)
class ViewFollower:
    """A view as a follower of its service's log."""

    store: ViewStore
    view: View

    @property
    def name(self) -> str:
        return f"view:{self.view.name}"

    def position(self, tenant: str) -> int:
        return self.store.position(tenant, self.view.name)

    def apply(self, tenant: str, page: Sequence[Recorded]) -> None:
        self.store.apply(self.view, tenant, page)


# Written out, because every event moves the position of every view: to build them each time was most of the work.
_ROW = "WHERE tenant = :tenant AND view = :view"
_READ = text(f"SELECT position FROM view_position {_ROW}")
_LOCK = text(f"UPDATE view_position SET position = position {_ROW} RETURNING position")
_MOVE = text(f"UPDATE view_position SET position = :position {_ROW}")
_BEGIN = text("INSERT INTO view_position (tenant, view, position) VALUES (:tenant, :view, 0)")


def _position(connection: Connection, tenant: str, view: str) -> int:
    return connection.execute(_READ, {"tenant": tenant, "view": view}).scalar() or 0


def _locked_position(connection: Connection, tenant: str, view: str) -> int:
    """The position, its row locked until the transaction ends: a second process waits here and sees the new one."""
    row = {"tenant": tenant, "view": view}
    position = connection.execute(_LOCK, row).scalar()
    if position is None:
        connection.execute(_BEGIN, row)
    return position or 0


def _set_position(connection: Connection, tenant: str, view: str, position: int) -> None:
    connection.execute(_MOVE, {"tenant": tenant, "view": view, "position": position})
