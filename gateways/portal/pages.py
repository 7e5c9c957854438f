"""What is running, and how far each service has come for the association."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from gateways.portal.entrance import Visiting
from gateways.portal.health import serving
from gateways.portal.rendering import page
from shared.application.standing import ReadStanding

router = APIRouter()


@router.get("/platform")
def status(request: Request, visit: Visiting) -> Response:
    """The services, and the association's logs in them."""
    addresses = visit.reach.addresses
    services = {name: serving(address) for name, address in addresses.items()}
    standings = [visit.ask_if(name, ReadStanding()) for name in addresses if name != "audit"]
    return page(request, "status.html", visit, services=services, standings=[one for one in standings if one])
