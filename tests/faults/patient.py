"""A caller who does not give up: the same command under the same id until there is an answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from gateways.client import PlatformClient, Unavailable

PATIENCE = 90.0


class PatientClient(PlatformClient):
    """Repeats what got no answer; `retries` counts how often that happened."""

    retries = 0

    def _send(self, method: str, path: str, token: str = "", **more: Any) -> dict[str, Any]:
        return self._until_answered(lambda: PlatformClient._send(self, method, path, token, **dict(more)))

    def _until_answered(self, send: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return send()
            except Unavailable:
                self.retries += 1
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)
