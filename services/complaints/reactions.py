"""What complaints does about what others say: it adopts the association's rules and drops whom it must."""

from __future__ import annotations

from typing import Any

from shared.application import destruction
from shared.application.rulebook import adopt
from shared.contracts.envelope import Envelope
from shared.contracts.intake import PersonalDataDestructionOrdered


def react(payload: Any, _envelope: Envelope) -> tuple[Any, ...]:
    """The commands a contract leads to."""
    if isinstance(payload, PersonalDataDestructionOrdered):
        return destruction.answer(payload)
    return adopt(payload)
