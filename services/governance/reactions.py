"""What governance does about others' contracts: it answers orders of destruction; its rules come from nobody else."""

from __future__ import annotations

from typing import Any

from services.governance.domain.commands.directory import ConfirmDestruction
from shared.contracts import intake as said
from shared.contracts.envelope import Envelope


def react(payload: Any, _envelope: Envelope) -> tuple[Any, ...]:
    """The commands a contract leads to; harmless when it comes twice or late."""
    match payload:
        case said.PersonalDataDestructionOrdered(order_id=order, subject_id=subject):
            return (ConfirmDestruction(order_id=order, subject_id=subject),)
    return ()
