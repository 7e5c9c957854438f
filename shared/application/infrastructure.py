"""What a service needs from outside: handed in by a composition root, never fetched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from shared.clock import Clock
from shared.followers.views import ViewStore
from shared.settings import Settings
from shared.store.log import EventLog
from shared.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Infrastructure:
    """One service's own log and views, the vault, and the platform's clock.

    announce: called after every append to wake those who follow; a lost call costs a poll interval, never an event.
    settings: what the environment decides, for those who reach outside the platform.
    """

    log: EventLog
    vault: Vault
    clock: Clock
    views: ViewStore
    announce: Callable[[], None] = lambda: None
    settings: Settings = field(default_factory=Settings)
