"""Liveness and readiness: this process answers; every service behind it answers."""

from __future__ import annotations

from typing import Any

import grpc
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from grpc_health.v1 import health_pb2, health_pb2_grpc

router = APIRouter()


@router.get("/health")
def alive() -> dict[str, str]:
    """This process is alive."""
    return {"status": "ok"}


@router.get("/v1/time")
def time(request: Request) -> dict[str, str]:
    """The platform's clock; whoever signs a token for it needs to know."""
    return {"now": request.app.state.clock.now().isoformat()}


@router.get("/readyz")
def ready(request: Request) -> JSONResponse:
    """Every service answers its health check; 503 names those that do not."""
    states = {name: serving(address) for name, address in request.app.state.reach.addresses.items()}
    return JSONResponse(
        {"status": "ok" if all(states.values()) else "waiting", "services": states},
        status_code=200 if all(states.values()) else 503,
    )


def serving(address: str, timeout: float = 2.0) -> bool:
    """Whether the gRPC server at `host:port` says that it serves."""
    with grpc.insecure_channel(address) as channel:
        stub: Any = health_pb2_grpc.HealthStub(channel)
        try:
            answer = stub.Check(health_pb2.HealthCheckRequest(), timeout=timeout)
        except grpc.RpcError:
            return False
    serving_: bool = answer.status == health_pb2.HealthCheckResponse.SERVING
    return serving_
