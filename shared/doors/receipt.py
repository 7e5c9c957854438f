"""What a caller gets back for a command."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from shared.domain.messages import message
from shared.store.log import Receipt


@message
class CommandReceipt:
    """Positions of the command's first and last event in the tenant's log of that service; 0 where nothing changed.

    repeated: the command id was known, and this is what became of it the first time.
    """

    command_id: UUID
    tenant: str
    service: str
    command: str
    first_position: int
    last_position: int
    recorded_at: datetime
    repeated: bool


def receipt_of(service: str, receipt: Receipt) -> CommandReceipt:
    """A store's receipt as the wire knows it."""
    return CommandReceipt(
        command_id=receipt.command_id,
        tenant=receipt.tenant,
        service=service,
        command=receipt.command.removeprefix(f"{service}."),
        first_position=receipt.first,
        last_position=receipt.last,
        recorded_at=receipt.recorded_at,
        repeated=receipt.repeated,
    )
