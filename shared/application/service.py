"""A service put together from its rooms: what a composition root runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.application.application import Application
from shared.application.catalogue import Catalogue
from shared.application.infrastructure import Infrastructure
from shared.application.routes import Question, Route
from shared.contracts.envelope import Envelope
from shared.followers.follower import Follower
from shared.followers.views import View
from shared.store.log import Recorded

Publish = Callable[[Any, Recorded], Any | None]
React = Callable[[Any, Envelope], tuple[Any, ...]]
Due = Callable[[Application, str, datetime], Sequence[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The rooms of one service, without infrastructure.

    publish: (event, its row) -> the contract to say in public, or None, the default.
    react: (contract payload, envelope) -> commands of ours, () by default.
    listens_to: the services whose contracts we read. contracts: type -> payload class, of all we may be sent.
    due: (application, tenant, now) -> commands that time asks for; a timer carries each out once, as the service
    itself, under an id derived from its content.
    effects: application -> followers that act outside (send a message), after what they read is stored.
    """

    name: str
    catalogue: Catalogue
    routes: Sequence[Route]
    questions: Sequence[Question]
    views: Sequence[View]
    publish: Publish
    react: React
    listens_to: Sequence[str]
    due: Sequence[Due] = ()
    effects: Callable[[Application], Sequence[Follower]] = lambda _application: ()

    def application(self, infrastructure: Infrastructure) -> Application:
        """The application over the given infrastructure."""
        return Application(self.name, self.catalogue, self.routes, self.questions, infrastructure)
