"""The complaints service, put together from its rooms."""

from __future__ import annotations

from services.complaints.application import QUESTIONS, ROUTES
from services.complaints.application.holding import HoldKeeper
from services.complaints.domain.events import complaint, legal_hold
from services.complaints.publishing import publish
from services.complaints.reactions import react
from services.complaints.views import VIEWS
from shared.application import destruction, rulebook, serials
from shared.application.catalogue import Catalogue
from shared.application.service import Service
from shared.bus import facts

SERVICE = Service(
    name="complaints",
    catalogue=Catalogue(complaint, legal_hold, destruction, rulebook, serials, facts),
    routes=ROUTES,
    questions=QUESTIONS,
    views=VIEWS,
    publish=publish,
    react=react,
    listens_to=("governance", "intake"),
    effects=lambda application: (HoldKeeper(application),),
)
