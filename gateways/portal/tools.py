"""The association's tools: what an officer answers by, listed by its policy."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from gateways.portal.entrance import Visiting
from gateways.portal.rendering import page
from services.governance.application.questions.tools import ListTools

router = APIRouter()


@router.get("/tools")
def list_tools(request: Request, visit: Visiting) -> Response:
    """In the policy's order, with what is in force of each."""
    return page(request, "tools.html", visit, tools=visit.ask("governance", ListTools()).tools)
