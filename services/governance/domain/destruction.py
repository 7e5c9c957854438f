"""Answers to orders of destruction: each once."""

from __future__ import annotations

from typing import Any

from services.governance.domain.commands.directory import ConfirmDestruction
from services.governance.domain.events.registers import DestructionConfirmed
from services.governance.domain.policy import Situation


def evolve(confirmed: bool, event: Any) -> bool:
    return confirmed or isinstance(event, DestructionConfirmed)


def confirm(command: ConfirmDestruction, confirmed: bool, _situation: Situation) -> tuple[DestructionConfirmed, ...]:
    # Sealed content dies with its keys, and the views hold references only: there is nothing left to drop.
    if confirmed:
        return ()
    return (DestructionConfirmed(order_id=command.order_id, subject_id=command.subject_id),)
