"""The committee service, put together from its rooms."""

from __future__ import annotations

from services.committee.application import QUESTIONS, ROUTES
from services.committee.domain.events import body, decision, destruction, review, session
from services.committee.publishing import publish
from services.committee.reactions import react
from services.committee.views import VIEWS
from shared.application import rulebook, serials
from shared.application.catalogue import Catalogue
from shared.application.service import Service
from shared.bus import facts

SERVICE = Service(
    name="committee",
    catalogue=Catalogue(body, review, decision, session, destruction, rulebook, serials, facts),
    routes=ROUTES,
    questions=QUESTIONS,
    views=VIEWS,
    publish=publish,
    react=react,
    listens_to=("governance", "intake"),
)
