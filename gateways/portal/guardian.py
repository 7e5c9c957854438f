"""Who acts for somebody under age, and the form that links him."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.datastructures import FormData

from gateways.portal.carrying_out import read_day
from gateways.portal.forms import Field, Form
from gateways.portal.reasons import GUARDIANSHIPS
from gateways.portal.sought import person_by
from gateways.portal.visit import Visit
from services.intake.application.asking_of_people import BeneficiaryContent, FindBeneficiary, GuardianRow, ReadNames
from services.intake.domain.commands.beneficiary import LinkGuardian
from shared import codec
from shared.domain.refusals import Reason

guardian_not_registered = Reason(
    code="guardian_not_registered",
    en="Nobody in the register is known by this. Register the guardian first, in the same visit or another.",
    ar="لا أحد في السجل بهذا. سجّل الولي أولًا، في هذا الاستقبال أو غيره.",
)
guardian_ambiguous = Reason(
    code="guardian_ambiguous",
    en="Several people are known by this. Type the guardian's identity number.",
    ar="بهذا أكثر من شخص. اكتب رقم هوية الولي.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One of his guardians; name: None where it may not be read."""

    link: GuardianRow
    name: str | None


def linked(known: BeneficiaryContent, visit: Visit) -> list[Linked]:
    """His guardians with their names, as far as they may be read."""
    ids = tuple(one.guardian_id for one in known.guardians)
    told = visit.ask_if("intake", ReadNames(beneficiary_ids=ids, reason="at_the_counter")) if ids else None
    names = {row.beneficiary_id: row.name for row in told.names} if told else {}
    return [Linked(link=one, name=names.get(one.guardian_id)) for one in known.guardians]


def acting_for(known: BeneficiaryContent, visit: Visit) -> Linked | None:
    """The one who acts in his place now."""
    return next((one for one in linked(known, visit) if one.link.guardian_id == known.acts_through), None)


def link(known: BeneficiaryContent) -> Form:
    """Who the guardian is, on what basis, how it was verified, and until when."""
    return Form(
        service="intake",
        command="LinkGuardian",
        title=("ربط الولي", "Link the guardian"),
        icon="users",
        fields=(
            Field(
                name="guardian", title=("رقم هوية الولي أو جواله أو اسمه", "Guardian's identity number, phone or name")
            ),
            Field(name="basis", title=("نوع الولاية", "Guardianship"), kind="choice", options=GUARDIANSHIPS),
            Field(name="evidence", title=("ما جرى التحقق به، كرقم الصك", "How it was verified, as the deed's number")),
            Field(name="valid_to", title=("تنتهي في", "Ends on"), kind="date", required=False),
        ),
        given={"beneficiary_id": known.beneficiary_id},
    )


def linking(known: BeneficiaryContent, posted: FormData, visit: Visit) -> LinkGuardian:
    """The command as typed; refused where the guardian is nobody, or nobody for certain."""
    by, value = person_by(str(posted.get("guardian", "")))
    found = visit.ask("intake", codec.from_words(FindBeneficiary, {"by": by, "value": value})).beneficiary_ids
    others = [one for one in found if one != known.beneficiary_id]
    guardian_not_registered.unless(bool(others))
    guardian_ambiguous.unless(len(others) == 1)
    words: dict[str, Any] = {name: str(posted.get(name, "")) for name in ("basis", "evidence")}
    if posted.get("valid_to_day"):
        words["valid_to"] = read_day(posted, "valid_to").isoformat()
    return codec.from_words(LinkGuardian, words | {"beneficiary_id": known.beneficiary_id, "guardian_id": others[0]})
