"""The notifications service, put together from its rooms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from services.notifications.adapters.providers import providers
from services.notifications.application import QUESTIONS, ROUTES
from services.notifications.application.dispatching import Dispatcher
from services.notifications.domain.commands import SendNotification
from services.notifications.domain.events import delivery, message, wishes
from services.notifications.publishing import publish
from services.notifications.reactions import react
from services.notifications.views import VIEWS, due_again
from shared.application import rulebook
from shared.application.application import Application
from shared.application.catalogue import Catalogue
from shared.application.service import Service
from shared.bus import facts
from shared.followers import Follower


def due(application: Application, tenant: str, now: datetime) -> tuple[SendNotification, ...]:
    """The attempts to make again by now."""
    again = due_again(application.infrastructure.views, tenant, now)
    return tuple(SendNotification(notification_id=id_, attempt=attempt) for id_, attempt in again)


def effects(application: Application) -> Sequence[Follower]:
    """What writes messages and hands them to providers."""
    return (Dispatcher(application, providers(application.infrastructure.settings)),)


SERVICE = Service(
    name="notifications",
    catalogue=Catalogue(message, delivery, wishes, rulebook, facts),
    routes=ROUTES,
    questions=QUESTIONS,
    views=VIEWS,
    publish=publish,
    react=react,
    listens_to=("governance", "intake", "committee", "complaints", "surveys"),
    due=(due,),
    effects=effects,
)
