"""What carries contracts: at least once, in order within a tenant, from a publisher to each of its subscribers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from shared.contracts.envelope import Envelope

Receive = Callable[[Envelope], None]


class NotDelivered(Exception):
    """The bus did not confirm; everything is to be published again."""


class Bus(Protocol):
    """Safe to call from several threads.

    A message may come twice, and after a failure a later one may come first: `sequence` and `prevsequence` tell.
    """

    def publish(self, envelopes: Sequence[Envelope]) -> None:
        """Hand over one service's contracts in order; returns when all of them are safe. Raises NotDelivered."""

    def subscribe(self, consumer: str, publisher: str, receive: Receive) -> None:
        """Give `receive` everything one service publishes; what it raises on comes again after a pause."""

    def start(self) -> None:
        """Begin to deliver to the subscribers."""

    def stop(self) -> None:
        """End deliveries after those under way; what was not received stays."""
