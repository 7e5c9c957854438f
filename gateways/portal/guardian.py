"""Who acts for somebody under age, for whom he acts himself, and the forms that link a guardian and end it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.datastructures import FormData

from gateways.portal.carrying_out import read_day
from gateways.portal.forms import Field, Form
from gateways.portal.looks import Pair
from gateways.portal.reasons import ENDING, GUARDIANSHIPS
from gateways.portal.sought import person_by
from gateways.portal.visit import Visit
from services.intake.application.asking_of_people import BeneficiaryContent, FindBeneficiary, GuardianRow, ReadNames
from services.intake.application.listing_wards import ListWards, WardRow
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


WITHOUT_HIM: Pair = (
    "من الآن لا يوقّع عنه ولا يُبلَّغ مكانه، وتنتهي وسيلة التواصل المتفق عليها معه. وما دام قاصرًا يلزمه ولي آخر.",
    "From now on he neither signs nor is told in his place, and the means of contact agreed with him ends. While under "
    "age, another guardian is needed.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One of his guardians; name: None where it may not be read."""

    link: GuardianRow
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """Somebody for whom he acts; name: None where it may not be read."""

    row: WardRow
    name: str | None


def linked(known: BeneficiaryContent, visit: Visit) -> list[Linked]:
    """His guardians with their names, as far as they may be read."""
    names = _names([one.guardian_id for one in known.guardians], visit)
    return [Linked(link=one, name=names.get(one.guardian_id)) for one in known.guardians]


def wards(known: BeneficiaryContent, visit: Visit) -> list[Ward]:
    """For whom he acts."""
    told = visit.ask_if("intake", ListWards(guardian_id=known.beneficiary_id))
    rows: tuple[WardRow, ...] = told.wards if told else ()
    names = _names([one.beneficiary_id for one in rows], visit)
    return [Ward(row=one, name=names.get(one.beneficiary_id)) for one in rows]


def _names(ids: list[str], visit: Visit) -> dict[str, str | None]:
    wanted = ReadNames(beneficiary_ids=tuple(ids[:50]), reason="at_the_counter")
    told = visit.ask_if("intake", wanted) if ids else None
    return {row.beneficiary_id: row.name for row in told.names} if told else {}


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


def ending(known: BeneficiaryContent) -> Form:
    """Why; which of his guardians stands beside the button."""
    return Form(
        service="intake",
        command="EndGuardianship",
        title=("إنهاء الولاية", "End the guardianship"),
        icon="user-x",
        fields=(
            Field(name="guardian_id", title=("", ""), kind="hidden"),
            Field(name="reason_code", title=("السبب", "Reason"), kind="choice", options=ENDING),
        ),
        given={"beneficiary_id": known.beneficiary_id},
        warns=WITHOUT_HIM,
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
