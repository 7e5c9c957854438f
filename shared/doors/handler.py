"""One door on gRPC: from bytes and metadata to a command or query with its actor, and back to bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

import grpc
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from opentelemetry import propagate, trace

from shared.domain.actor import Actor
from shared.domain.refusals import SanadError
from shared.doors import sounds
from shared.doors.call import command_id_in, correlation_id_in, token_in
from shared.doors.door import ServedDoor
from shared.doors.receipt import CommandReceipt, receipt_of
from shared.doors.wire import Wire
from shared.identity import verify
from shared.malformed import MESSAGE_TOO_LARGE
from shared.telemetry.commands import refused_at_the_door
from shared.telemetry.faults import noted

Metadata = Mapping[str, str]
Method: TypeAlias = "grpc.RpcMethodHandler[bytes, bytes]"


class DoorHandler(grpc.GenericRpcHandler):
    """Answers the methods of one door's gRPC service, and no others."""

    def __init__(
        self,
        served: ServedDoor,
        verifying_key: Ed25519PublicKey,
        clock: Callable[[], datetime],
        largest_message: int,
        new_id: Callable[[], UUID],
    ) -> None:
        self._served = served
        self._key = verifying_key
        self._clock = clock
        self._largest = largest_message
        self._new_id = new_id
        self._wire = Wire(served.door)
        self._methods: dict[str, Method] = {
            f"/{served.door.grpc_service}/{name}": grpc.unary_unary_rpc_method_handler(self._behaviour(cls))
            for name, cls in served.door.by_name.items()
        }

    def service(self, handler_call_details: grpc.HandlerCallDetails) -> Method | None:
        """The method called, or None where it is not ours."""
        return self._methods.get(handler_call_details.method)

    def _behaviour(self, cls: type[Any]) -> Callable[[bytes, grpc.ServicerContext], bytes]:
        name = f"{self._served.door.service}.{cls.__name__}"
        tracer = trace.get_tracer("sanad.doors")

        def answer(request: bytes, context: grpc.ServicerContext) -> bytes:
            metadata = {key: value for key, value in context.invocation_metadata() if isinstance(value, str)}
            with tracer.start_as_current_span(
                name, context=propagate.extract(metadata), kind=trace.SpanKind.SERVER, record_exception=False
            ):
                status = self._answered(cls, request, metadata)
            return status if isinstance(status, bytes) else context.abort_with_status(status)

        return answer

    def _answered(self, cls: type[Any], request: bytes, metadata: Metadata) -> Any:
        try:
            return self._wire.write(self._answer(cls, request, metadata))
        except SanadError as error:
            return sounds.told(error)
        except Exception as error:  # noqa: BLE001  The one place where a fault becomes an answer without its text.
            return sounds.incident(self._noted(cls, error))

    def _answer(self, cls: type[Any], request: bytes, metadata: Metadata) -> Any:
        if cls not in self._served.door.commands:
            actor = self._admitted(request, metadata)
            return self._served.ask(self._wire.read(cls, request), actor)
        with refused_at_the_door(self._served.door.service, cls.__name__):
            actor = self._admitted(request, metadata)
            command_id = command_id_in(metadata)
            correlation_id = correlation_id_in(metadata, otherwise=command_id)
            command = self._wire.read(cls, request)
        return self._told(command, actor, command_id, correlation_id)

    def _admitted(self, request: bytes, metadata: Metadata) -> Actor:
        actor = verify(token_in(metadata), self._key, self._clock())
        MESSAGE_TOO_LARGE.unless(len(request) <= self._largest, limit=self._largest)
        return actor

    def _told(self, command: Any, actor: Actor, command_id: UUID, correlation_id: UUID) -> CommandReceipt:
        receipt = self._served.tell(command, actor, command_id, correlation_id)
        return receipt if isinstance(receipt, CommandReceipt) else receipt_of(self._served.door.service, receipt)

    def _noted(self, cls: type[Any], error: Exception) -> str:
        number = str(self._new_id())
        noted("door_fault", error, incident=number, asked=f"{self._served.door.service}.{cls.__name__}")
        return number
