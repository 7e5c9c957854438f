"""The intake service, put together from its rooms."""

from __future__ import annotations

from services.intake.application import QUESTIONS, ROUTES
from services.intake.application.time_passing import DUE
from services.intake.domain.events import beneficiary, case_file, reception, reply, request, rights
from services.intake.publishing import publish
from services.intake.reactions import react
from services.intake.views import VIEWS
from shared.application import rulebook, serials
from shared.application.catalogue import Catalogue
from shared.application.service import Service
from shared.bus import facts

SERVICE = Service(
    name="intake",
    catalogue=Catalogue(beneficiary, reception, request, reply, case_file, rights, rulebook, serials, facts),
    routes=ROUTES,
    questions=QUESTIONS,
    views=VIEWS,
    publish=publish,
    react=react,
    listens_to=("governance", "committee", "notifications", "complaints", "surveys"),
    due=DUE,
)
