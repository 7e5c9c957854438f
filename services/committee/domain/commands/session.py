"""What may be asked of a session and its minutes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from shared.domain.messages import message
from shared.domain.sealed import Sealed


@message
class ScheduleSession:
    """Call the members to a session; where it sits is kept under seal, since it may be somebody's home."""

    session_id: str
    starts_at: datetime
    member_refs: tuple[str, ...]
    place: Annotated[str | None, Sealed(category="minutes", subject="session_id")] = None


@message
class HoldSession:
    """Put on record that a session took place, and who was there."""

    session_id: str
    held_on: date
    members_present: tuple[str, ...]


@message
class DraftMinutes:
    """Write the minutes from what the session has decided; remarks are added under seal."""

    session_id: str
    remarks: Annotated[str | None, Sealed(category="minutes", subject="session_id")] = None


@message
class AdoptMinutes:
    """The members present adopt the minutes, which are locked from then on."""

    session_id: str
    adopted_by: tuple[str, ...]
