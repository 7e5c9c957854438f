"""What was missed, asked of the publisher's worker process over the broker; for processes that run on eventlet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nameko.standalone.rpc import ClusterRpcClient

from shared.bus.sources import Unreachable
from shared.bus.wire import from_bytes
from shared.contracts.envelope import Envelope


def ask(service: str, operation: str, *, timeout: float = 10.0, **words: Any) -> Any:
    """Ask a worker process to carry out an operation. Raises Unreachable when no answer comes in time.

    The request is forgotten by the broker after that time too: a publisher that was away is not flooded on its return.
    """
    try:
        with ClusterRpcClient(timeout=timeout, expiration=timeout) as cluster:
            return cluster[service][operation](**words)
    except Exception as error:  # noqa: BLE001  # no answer, no broker, an answer that failed: ask later
        raise Unreachable(f"{service}.{operation}: {type(error).__name__}") from None


class RpcSources:
    """Publishers in other processes. The worker's own configuration says where the broker is."""

    def __init__(self, timeout: float = 10.0) -> None:
        self._timeout = timeout

    def heads(self, publisher: str) -> Mapping[str, int]:
        """See Sources."""
        found: dict[str, int] = ask(publisher, "heads", timeout=self._timeout)
        return found

    def fetch(self, publisher: str, tenant: str, after: int, upto: int | None) -> Sequence[Envelope]:
        """See Sources."""
        words = {"tenant": tenant, "after": after, "upto": upto}
        return [from_bytes(one.encode()) for one in ask(publisher, "published_range", timeout=self._timeout, **words)]
