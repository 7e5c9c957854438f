"""Text messages over a gateway's HTTP interface: one JSON POST for each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import httpx

from services.notifications.adapters.sender import PATIENCE, NotSent

PASSING = frozenset({408, 425, 429})


@dataclass(frozen=True, slots=True, kw_only=True)
class SmsSender:
    """url: where `{"to", "text", "id"}` is posted, with the key as `Idempotency-Key`; the answer may hold an `id`."""

    url: str = field(repr=False)
    patience: float = PATIENCE
    name: str = "sms_gateway"

    def send(self, address: str, subject: str, body: str, idempotency_key: str) -> str:
        """The subject is left out: a text message has none."""
        try:
            answer = httpx.post(
                self.url,
                json={"to": address, "text": body, "id": idempotency_key},
                headers={"Idempotency-Key": idempotency_key},
                timeout=self.patience,
            )
        except httpx.HTTPError:
            raise NotSent("unreachable", permanent=False) from None
        if not answer.is_success:
            permanent = answer.is_client_error and answer.status_code not in PASSING
            raise NotSent(f"http_{answer.status_code}", permanent=permanent)
        return _id_in(answer) or idempotency_key

    def forget(self, idempotency_keys: Collection[str]) -> None:
        """Nothing is kept here; what a gateway holds is out of reach."""


def _id_in(answer: httpx.Response) -> str | None:
    try:
        told = answer.json()
    except ValueError:
        return None
    return str(told["id"]) if isinstance(told, dict) and "id" in told else None
