"""The legal holds on somebody's data, as complaints has placed and released them."""

from __future__ import annotations

from typing import Any

from services.intake.domain.commands.rights import NoteHold
from services.intake.domain.events.rights import HoldNoted

Holds = tuple[str, ...]


def evolve(standing: Holds, event: Any) -> Holds:
    """The holds that stand, oldest first."""
    if not isinstance(event, HoldNoted):
        return standing
    others = tuple(hold_id for hold_id in standing if hold_id != event.hold_id)
    return (*others, event.hold_id) if event.stands else others


def note(command: NoteHold, standing: Holds, _situation: object) -> tuple[HoldNoted, ...]:
    if (command.hold_id in standing) == command.stands:
        return ()
    return (HoldNoted(hold_id=command.hold_id, stands=command.stands),)
