"""Sessions, latest first."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Date, Integer, MetaData, String, Table, select

from services.committee.domain import events as happened
from services.committee.domain.calling import next_start
from services.committee.views.reviews import names
from shared.application.desk import Desk
from shared.domain.messages import message
from shared.followers import Rows, View
from shared.store.log import Recorded

SESSIONS = Table(
    "sessions",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("session_id", String, primary_key=True),
    Column("session_no", Integer, nullable=False),
    Column("starts_at", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("held_on", Date),
    Column("items", Integer, nullable=False),
    Column("minutes_no", String),
)


@message
class ListSessions:
    """The sessions, latest first."""


@message
class SessionRow:
    """One session in the list."""

    session_id: str
    session_no: int
    starts_at: datetime
    stage: str
    held_on: date | None
    items: int
    minutes_no: str | None


@message
class SessionRows:
    """The list; next_start: which hour the next session is proposed for."""

    sessions: tuple[SessionRow, ...]
    next_start: datetime | None = None


def fill_sessions(rows: Rows, _row: Recorded, event: Any) -> None:
    mine = {"session_id": getattr(event, "session_id", None)}
    match event:
        case happened.SessionScheduled(session_id=id_, session_no=number, starts_at=start):
            values = {"session_id": id_, "session_no": number, "starts_at": start.isoformat()}
            rows.add(SESSIONS, stage="scheduled", items=0, **values)
        case happened.AgendaItemAdded(item_no=item):
            rows.change(SESSIONS, mine, items=item)
        case happened.SessionHeld(held_on=day):
            rows.change(SESSIONS, mine, stage="held", held_on=day)
        case happened.MinutesDrafted(minutes_no=number):
            rows.change(SESSIONS, mine, stage="drafted", minutes_no=number)
        case happened.MinutesAdopted():
            rows.change(SESSIONS, mine, stage="adopted")


def list_sessions(_query: ListSessions, desk: Desk) -> SessionRows:
    wanted = select(SESSIONS).where(SESSIONS.c.tenant == desk.actor.tenant).order_by(SESSIONS.c.starts_at.desc())
    with desk.infrastructure.views.engine.connect() as connection:
        rows = connection.execute(wanted).mappings().all()
    proposed = next_start(desk.infrastructure.clock.now(), desk.rules())
    return SessionRows(sessions=tuple(_session(row) for row in rows), next_start=proposed)


def _session(row: Any) -> SessionRow:
    told = {name: row[name] for name in names(SessionRow)} | {"starts_at": datetime.fromisoformat(row["starts_at"])}
    return SessionRow(**told)


SESSION_VIEW = View(name="sessions", tables=(SESSIONS,), apply=fill_sessions)
