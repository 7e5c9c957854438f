"""The caller's side of a door: tell a command, ask a query, and get the errors of the kernel back."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

import grpc
from opentelemetry import propagate

from shared.codec import LARGEST_MESSAGE
from shared.doors.call import AUTHORIZATION, COMMAND_ID, CORRELATION_ID
from shared.doors.door import Door
from shared.doors.receipt import CommandReceipt
from shared.doors.sounds import DoorFailed as DoorFailed  # Callers catch it by the client they use.
from shared.doors.sounds import heard
from shared.doors.wire import Wire
from shared.malformed import MESSAGE_TOO_LARGE

DEADLINE = 10.0
LARGEST_ANSWER = 64 * LARGEST_MESSAGE


class Client:
    """One door at one address (`host:port`); safe to share between threads.

    Raises the SanadError the service raised, or DoorFailed when there is no answer with a reason.
    """

    def __init__(self, address: str, door: Door, *, deadline: float = DEADLINE) -> None:
        self._door = door
        self._deadline = deadline
        self._wire = Wire(door)
        self._channel = grpc.insecure_channel(address, options=[("grpc.max_receive_message_length", LARGEST_ANSWER)])
        self._methods: dict[type[Any], grpc.UnaryUnaryMultiCallable[bytes, bytes]] = {
            cls: self._channel.unary_unary(f"/{door.grpc_service}/{name}") for name, cls in door.by_name.items()
        }

    def tell(self, command: Any, token: str, command_id: UUID, correlation_id: UUID | None = None) -> CommandReceipt:
        """Tell a command; repeating it under the same id is safe."""
        extra = {COMMAND_ID: str(command_id)}
        if correlation_id is not None:
            extra[CORRELATION_ID] = str(correlation_id)
        return cast(CommandReceipt, self._call(command, token, extra))

    def ask(self, query: Any, token: str) -> Any:
        """Ask a query."""
        return self._call(query, token, {})

    def close(self) -> None:
        """Hang up."""
        self._channel.close()

    def _call(self, asked: Any, token: str, extra: dict[str, str]) -> Any:
        request = self._wire.write(asked)
        MESSAGE_TOO_LARGE.unless(len(request) <= LARGEST_MESSAGE, limit=LARGEST_MESSAGE)
        metadata = extra | ({AUTHORIZATION: f"Bearer {token}"} if token else {})
        propagate.inject(metadata)
        try:
            answer = self._methods[type(asked)](request, timeout=self._deadline, metadata=tuple(metadata.items()))
        except grpc.RpcError as error:
            raise heard(error) from None
        return self._wire.read_answer(self._door.answers[type(asked)], answer)
