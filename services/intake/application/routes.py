"""The table of contents of intake: every command it answers."""

from __future__ import annotations

from services.intake.application.routes_of_people import COUNTER_ROUTES, REGISTER_ROUTES
from services.intake.application.routes_of_requests import REQUEST_ROUTES
from services.intake.application.routes_of_rights import OTHER_ROUTES
from shared.application.common import common_routes

ROUTES = (*REGISTER_ROUTES, *COUNTER_ROUTES, *REQUEST_ROUTES, *OTHER_ROUTES, *common_routes())
