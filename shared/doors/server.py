"""The gRPC server: one generic handler for any number of doors, with health, limits and a graceful stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import grpc
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_health.v1.health import HealthServicer

from shared.codec import LARGEST_MESSAGE
from shared.doors.door import ServedDoor
from shared.doors.handler import DoorHandler

# Above our own limit, so that a message beyond it still gets a reason in two languages rather than a bare status.
LARGEST_RECEIVED = 16 * LARGEST_MESSAGE


class AddressTaken(OSError):
    """An address cannot be listened on; its words say which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """A running server. port: the one it got, when 0 was asked for."""

    port: int
    services: tuple[str, ...]
    health: HealthServicer
    server: grpc.Server

    def stop(self, grace: float = 5.0) -> None:
        """Refuse new calls, let those under way finish for up to `grace` seconds, and return when all is quiet."""
        self.health.enter_graceful_shutdown()
        self.server.stop(grace).wait()

    def wait(self) -> None:
        """Return when the server has stopped."""
        self.server.wait_for_termination()


def serve(
    doors: Sequence[ServedDoor],
    *,
    verifying_key: Ed25519PublicKey,
    clock: Callable[[], datetime],
    address: str,
    threads: int = 16,
    largest_message: int = LARGEST_MESSAGE,
    new_id: Callable[[], UUID] = uuid4,
    also: Sequence[Callable[[grpc.Server], None]] = (),
) -> Listening:
    """Start serving `doors` on `address` (`host:port`, port 0 for any; AddressTaken when it cannot be had).

    clock: aware now, tokens are checked against it. also: adds further gRPC services, e.g. streaming ones.
    """
    server = grpc.server(
        ThreadPoolExecutor(threads, thread_name_prefix="door"),
        options=[("grpc.max_receive_message_length", LARGEST_RECEIVED), ("grpc.so_reuseport", 0)],
    )
    handlers = [DoorHandler(served, verifying_key, clock, largest_message, new_id) for served in doors]
    server.add_generic_rpc_handlers(tuple(handlers))
    for add in also:
        add(server)
    health = _add_health(server, names := tuple(served.door.grpc_service for served in doors))
    port = _bound_port(server, address)
    server.start()
    return Listening(port=port, services=names, health=health, server=server)


def _add_health(server: Any, names: Sequence[str]) -> HealthServicer:
    health = HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(health, server)
    for name in ("", *names):
        health.set(name, health_pb2.HealthCheckResponse.SERVING)
    return health


def _bound_port(server: grpc.Server, address: str) -> int:
    try:
        port: int = server.add_insecure_port(address)
    except RuntimeError as error:
        raise AddressTaken(f"cannot listen on {address}") from error
    return port
