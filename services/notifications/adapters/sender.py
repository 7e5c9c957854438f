"""What carries a message out of the platform, and how it says that it could not."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

PATIENCE = 10.0
"""Seconds to wait for a provider."""


class NotSent(Exception):
    """The provider did not take it. status: a code for the record; permanent: trying again will not help."""

    def __init__(self, status: str, *, permanent: bool) -> None:
        super().__init__(status)
        self.status = status
        self.permanent = permanent


class Sender(Protocol):
    """A provider. Called again under the same key, it should deliver once."""

    @property
    def name(self) -> str:
        """How the provider is called in the record."""

    def send(self, address: str, subject: str, body: str, idempotency_key: str) -> str:
        """Hand a message over and give the provider's id for it. Raises NotSent."""

    def forget(self, idempotency_keys: Collection[str]) -> None:
        """Remove every copy still held on our side."""
