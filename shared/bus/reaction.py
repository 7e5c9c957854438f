"""What a service does about one contract: the commands it leads to, with ids that make repeating harmless."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID, uuid5

from eventsourcing.persistence import Tracking

from shared import codec
from shared.contracts.envelope import Envelope
from shared.store.log import Receipt


class Handle(Protocol):
    """Carries out a command as the service itself.

    `tracking` moves in the same transaction as the command's append; where a refusal is raised it must not move.
    """

    def __call__(
        self,
        command: Any,
        tenant: str,
        *,
        command_id: UUID,
        correlation_id: UUID,
        causation_id: UUID,
        tracking: Tracking | None,
    ) -> Receipt: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """service: who reacts; contracts: type -> payload class; react: (payload, envelope) -> commands."""

    service: str
    contracts: Mapping[str, type[Any]]
    react: Callable[[Any, Envelope], tuple[Any, ...]]
    handle: Handle

    def leads_to(self, envelope: Envelope) -> int | None:
        """How many commands follow; None if that cannot be said."""
        try:
            return len(self._commands(envelope))
        except Exception:  # noqa: BLE001  # `take` will fail the same way, where failures are dealt with
            return None

    def take(self, envelope: Envelope, tracking: Tracking | None) -> bool:
        """Carry out what the contract leads to, the tracking with the last command; whether that has moved.

        Unknown types lead to nothing.
        """
        commands = self._commands(envelope)
        moved = False
        for number, command in enumerate(commands, start=1):
            receipt = self.handle(
                command,
                envelope.tenant,
                command_id=uuid5(envelope.id, f"{self.service}.{number}"),
                correlation_id=envelope.correlation_id,
                causation_id=envelope.id,
                tracking=tracking if number == len(commands) else None,
            )
            moved = tracking is not None and not receipt.repeated
        return moved

    def _commands(self, envelope: Envelope) -> tuple[Any, ...]:
        cls = self.contracts.get(envelope.type)
        return () if cls is None else self.react(codec.decode(cls, envelope.data), envelope)
