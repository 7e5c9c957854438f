"""The surveys service, put together from its rooms."""

from __future__ import annotations

from services.surveys.application import QUESTIONS, ROUTES
from services.surveys.domain import events
from services.surveys.publishing import publish
from services.surveys.reactions import react
from services.surveys.views import VIEWS
from shared.application import destruction, rulebook
from shared.application.catalogue import Catalogue
from shared.application.service import Service
from shared.bus import facts

SERVICE = Service(
    name="surveys",
    catalogue=Catalogue(events, destruction, rulebook, facts),
    routes=ROUTES,
    questions=QUESTIONS,
    views=VIEWS,
    publish=publish,
    react=react,
    listens_to=("governance", "intake"),
)
