"""Who in the register may be the person about to be entered: shown beside the form, decided by the officer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from starlette.datastructures import FormData

from gateways.portal.registering import registration
from gateways.portal.visit import Visit
from services.intake.application.asking_of_people import BeneficiaryContent, FindDuplicates, ReadBeneficiary
from services.intake.domain.commands.beneficiary import DismissedDuplicate, RegisterBeneficiary
from shared import codec

READING = "duplicate_check"
SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """grounds: codes of what agrees. known: what the register holds of him; its reading is on record. dismissed: the
    officer has said that this is another person."""

    grounds: tuple[str, ...]
    known: BeneficiaryContent
    dismissed: bool


def alike(beneficiary_id: str, posted: FormData, visit: Visit) -> list[Candidate]:
    """The likeliest first, never the one being entered; raises SanadError where what was typed cannot be right."""
    typed = registration(beneficiary_id, posted)
    phones = tuple(point.value for point in typed.contact_points if point.kind == "phone")
    asked = FindDuplicates(profile=typed.profile, identity=typed.identity, phones=phones)
    found = [one for one in visit.ask("intake", asked).candidates if one.beneficiary_id != beneficiary_id]
    said = {str(id_) for id_ in posted.getlist("other_than")}
    return [
        Candidate(
            grounds=one.grounds,
            known=visit.ask("intake", ReadBeneficiary(beneficiary_id=one.beneficiary_id, reason=READING)),
            dismissed=one.beneficiary_id in said,
        )
        for one in found[:SHOWN]
    ]


def undecided(candidates: Sequence[Candidate]) -> bool:
    """Whether somebody is among them of whom the officer has not said that it is another person."""
    return not all(one.dismissed for one in candidates)


def decided(command: RegisterBeneficiary, candidates: Sequence[Candidate]) -> RegisterBeneficiary:
    """The registration, with what the officer said of those he was shown."""
    words = [{"other_id": one.known.beneficiary_id, "grounds": list(one.grounds)} for one in candidates]
    return replace(command, other_than=tuple(codec.from_words(DismissedDuplicate, each) for each in words))
