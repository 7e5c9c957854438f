"""What complaints does about what others say: it adopts the association's rules, and nothing else."""

from __future__ import annotations

from typing import Any

from shared.application.rulebook import adopt
from shared.contracts.envelope import Envelope


def react(payload: Any, _envelope: Envelope) -> tuple[Any, ...]:
    """The commands a contract leads to."""
    return adopt(payload)
