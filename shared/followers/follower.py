"""What a follower is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from shared.store.log import Recorded


class Follower(Protocol):
    """Reads a log in order and has an effect elsewhere.

    Effect and new position are stored together; or the effect is harmless to repeat, and the position moves after it.
    """

    @property
    def name(self) -> str:
        """Unique within the service, e.g. `views`."""

    def position(self, tenant: str) -> int:
        """The last position that has taken effect: as stored, or further where this process knows better."""

    def apply(self, tenant: str, page: Sequence[Recorded]) -> None:
        """Apply a page that begins right after the position, which is then that of the page's last event."""


@runtime_checkable
class Together(Protocol):
    """A follower to whom the pages of several tenants are given at once, because it has to wait for each effect."""

    def apply_together(self, pages: Mapping[str, Sequence[Recorded]]) -> None:
        """As `apply`, tenant by tenant; when it raises, all pages are given again."""


@runtime_checkable
class Settling(Protocol):
    """A follower that stores its position only now and then, since its effects are harmless to repeat."""

    def settle(self, *, due_only: bool = False) -> None:
        """Store it now; due_only: where it has not been stored for a while."""
