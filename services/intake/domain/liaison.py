"""The liaison officers as governance has appointed them: who answers inquiries of a category in a field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from services.intake.domain.commands.reception import NoteLiaison
from services.intake.domain.events.reception import LiaisonNoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Liaison:
    """Category and field, joined by a slash -> the officer."""

    officers: Mapping[str, str] = field(default_factory=dict)

    def officer(self, category: str | None, field_: str | None) -> str | None:
        """Who gets the inquiry, if there is somebody. Kadi art. 3(7)أ."""
        return self.officers.get(f"{category}/{field_}")


def evolve(state: Liaison, event: Any) -> Liaison:
    """The directory after one more appointment."""
    if not isinstance(event, LiaisonNoted):
        return state
    key = f"{event.category}/{event.field}"
    others = {known: officer for known, officer in state.officers.items() if known != key}
    return Liaison(officers=others | ({key: event.staff_ref} if event.staff_ref else {}))


def note(command: NoteLiaison, state: Liaison, _situation: object) -> tuple[LiaisonNoted, ...]:
    known = state.officer(command.category, command.field)
    # The end of an earlier appointment may be heard after the next one's beginning.
    if command.appointed == (known == command.staff_ref):
        return ()
    staff_ref = command.staff_ref if command.appointed else None
    return (LiaisonNoted(category=command.category, field=command.field, staff_ref=staff_ref),)
