"""Followers of a service's own log that act outside it, event by event."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from shared.application.application import Application
from shared.followers.footing import Footing
from shared.store.log import Recorded


class Acting(ABC):
    """A Follower. What it does must be harmless to repeat: after a crash up to a second's events come again."""

    name: str

    def __init__(self, application: Application) -> None:
        self.application = application
        self._footing = Footing(application.infrastructure.log, self.name)

    @abstractmethod
    def act(self, row: Recorded, event: Any) -> None:
        """Do what an event asks for; raises where it must be tried again."""

    def position(self, tenant: str) -> int:
        """See Follower."""
        return self._footing.position(tenant)

    def apply(self, tenant: str, page: Sequence[Recorded]) -> None:
        """See Follower."""
        for row in page:
            self.act(row, self.application.catalogue.decode(row.type, row.data))
        self._footing.came_to(tenant, page[-1].position)

    def settle(self, *, due_only: bool = False) -> None:
        """See Settling."""
        self._footing.settle(due_only=due_only)
