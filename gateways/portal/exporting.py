"""A case's evidence, to take away."""

from __future__ import annotations

import json

from fastapi import APIRouter
from fastapi.responses import Response

from gateways.audit.evidence import evidence_file
from gateways.audit.replay import ExportCase
from gateways.portal.entrance import Visiting
from services.intake.application.asking_of_requests import ReadRequest

router = APIRouter()


@router.get("/cases/{request_id}/evidence")
def export(request_id: str, visit: Visiting) -> Response:
    """The case's evidence as one file; whoever takes it is on record."""
    number = visit.ask("intake", ReadRequest(request_id=request_id)).number
    told = evidence_file(visit.ask("audit", ExportCase(case_id=request_id)), visit.actor, visit.now)
    named = {"Content-Disposition": f'attachment; filename="{number}-evidence.json"'}
    return Response(json.dumps(told, ensure_ascii=False, indent=1), media_type="application/json", headers=named)
