"""Says by its exit code whether a process of this platform is healthy: `healthy.py grpc|http ADDRESS`."""

from __future__ import annotations

import sys
import urllib.request

import grpc
from grpc_health.v1 import health_pb2, health_pb2_grpc


def grpc_serves(address: str) -> bool:
    """Ask the standard gRPC health service about the whole server."""
    with grpc.insecure_channel(address) as channel:
        answer = health_pb2_grpc.HealthStub(channel).Check(health_pb2.HealthCheckRequest(), timeout=3)
    return bool(answer.status == health_pb2.HealthCheckResponse.SERVING)


def http_answers(address: str) -> bool:
    """Expect a success; urllib raises for anything else."""
    with urllib.request.urlopen(address, timeout=3) as answer:
        return bool(200 <= answer.status < 300)


if __name__ == "__main__":
    kind, where = sys.argv[1:]
    sys.exit(0 if {"grpc": grpc_serves, "http": http_answers}[kind](where) else 1)
