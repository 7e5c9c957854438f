"""How a correction of somebody's data is read from the form: what was left empty stays as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from starlette.datastructures import FormData

from gateways.portal.carrying_out import command_id
from gateways.portal.registering import birth
from services.intake.application.asking_of_people import BeneficiaryContent
from services.intake.domain.commands.beneficiary import CorrectBeneficiaryData
from shared import codec


def correction(known: BeneficiaryContent, posted: FormData) -> CorrectBeneficiaryData:
    """The correction as typed; refused where it cannot be one."""

    def typed(name: str) -> str:
        return str(posted.get(name, "")).strip()

    words = {
        "beneficiary_id": known.beneficiary_id,
        "basis": typed("basis"),
        "profile": _profile(known, typed),
        "identity": {"kind": typed("id_kind"), "number": typed("id_number")} if typed("id_number") else None,
        "shared_number_reason": typed("shared_number_reason") or None,
        "contact_points": _points(known, posted, typed),
    }
    return codec.from_words(CorrectBeneficiaryData, words)


def _profile(known: BeneficiaryContent, typed: Any) -> dict[str, Any] | None:
    name, born = typed("name"), birth(typed)
    if not (name or born):
        return None
    was = codec.to_words(known.profile)
    return was | ({"name": name} if name else {}) | ({"birth": born} if born else {})


def _points(known: BeneficiaryContent, posted: FormData, typed: Any) -> list[dict[str, str]]:
    """All of them, once one has changed; none where all stays."""
    kept = [
        replace(point, value=typed(f"point-{point.contact_point_id}") or point.value) for point in known.contact_points
    ]
    told = [codec.to_words(point) for point in kept if f"drop-{point.contact_point_id}" not in posted]
    if typed("new_value"):
        kind, id_ = typed("new_kind"), str(command_id(posted))[:8]
        told.append({"contact_point_id": f"{kind}-{id_}", "kind": kind, "value": typed("new_value")})
    return told if told != [codec.to_words(point) for point in known.contact_points] else []
