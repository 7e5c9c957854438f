"""Who in the register may be the person about to be entered: shown beside the form, decided by the officer."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import FormData

from gateways.portal.registering import registration
from gateways.portal.visit import Visit
from services.intake.application.asking_of_people import BeneficiaryContent, FindDuplicates, ReadBeneficiary

READING = "duplicate_check"
SHOWN = 5
NOBODY_YET = "nobody-yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """grounds: codes of what agrees. known: what the register holds of him; its reading is on record."""

    grounds: tuple[str, ...]
    known: BeneficiaryContent


def alike(posted: FormData, visit: Visit) -> list[Candidate]:
    """The likeliest first; raises SanadError where what was typed cannot be right."""
    typed = registration(NOBODY_YET, posted)
    phones = tuple(point.value for point in typed.contact_points if point.kind == "phone")
    asked = FindDuplicates(profile=typed.profile, identity=typed.identity, phones=phones)
    found = visit.ask("intake", asked).candidates[:SHOWN]
    return [
        Candidate(
            grounds=one.grounds,
            known=visit.ask("intake", ReadBeneficiary(beneficiary_id=one.beneficiary_id, reason=READING)),
        )
        for one in found
    ]


def undecided(candidates: list[Candidate], posted: FormData) -> bool:
    """Whether somebody is among them of whom the officer has not said that it is another person."""
    said = set(str(posted.get("other_than", "")).split())
    return any(one.known.beneficiary_id not in said for one in candidates)
