"""What a service needs from outside: handed in by a composition root, never fetched."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from uuid import UUID

from shared.clock import Clock
from shared.followers.views import ViewStore
from shared.settings import Settings
from shared.store.log import EventLog
from shared.vault import Vault

Observe = Callable[[str, str, str, UUID, UUID], AbstractContextManager[None]]
"""(service, command, tenant, command id, correlation id) -> what surrounds its handling"""


def unobserved(*_: object) -> AbstractContextManager[None]:
    """Notes nothing."""
    return nullcontext()


@dataclass(frozen=True, slots=True, kw_only=True)
class Infrastructure:
    """One service's own log and views, the vault, and the platform's clock.

    announce: called with tenant and position after every append, to wake those who follow; a lost call costs a poll
    interval, never an event.
    observe: surrounds each command, to note that it was carried out.
    settings: what the environment decides, for those who reach outside the platform.
    """

    log: EventLog
    vault: Vault
    clock: Clock
    views: ViewStore
    announce: Callable[[str, int], None] = lambda _tenant, _position: None
    observe: Observe = unobserved
    settings: Settings = field(default_factory=Settings)
