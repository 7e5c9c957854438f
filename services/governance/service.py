"""The governance service, put together from its rooms."""

from __future__ import annotations

from services.governance.application import QUESTIONS, ROUTES
from services.governance.domain.events import (
    acknowledgement,
    association,
    liaison,
    offerings,
    people,
    policy,
    registers,
)
from services.governance.publishing import publish
from services.governance.reactions import react
from services.governance.views import VIEWS
from shared.application import rulebook
from shared.application.catalogue import Catalogue
from shared.application.service import Service
from shared.bus import facts

SERVICE = Service(
    name="governance",
    catalogue=Catalogue(association, policy, acknowledgement, people, offerings, liaison, registers, rulebook, facts),
    routes=ROUTES,
    questions=QUESTIONS,
    views=VIEWS,
    publish=publish,
    react=react,
    listens_to=("intake",),
)
