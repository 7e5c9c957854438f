"""What governance does about others' contracts: nothing, since the association alone makes its rules."""

from __future__ import annotations

from typing import Any

from shared.contracts.envelope import Envelope


def react(_payload: Any, _envelope: Envelope) -> tuple[Any, ...]:
    """No command follows from what others say."""
    return ()
