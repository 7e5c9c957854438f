"""How somebody's registration is read from the form at the counter."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import FormData

from services.intake.domain.commands.beneficiary import RegisterBeneficiary
from shared import codec
from shared.domain.refusals import Reason
from shared.locale.digits import ascii_digits

birth_incomplete = Reason(
    code="birth_incomplete",
    en="Type day, month and year of the date of birth, or leave all of it empty.",
    ar="اكتب اليوم والشهر والسنة من تاريخ الميلاد، أو اتركها كلها فارغة.",
)


def registration(beneficiary_id: str, posted: FormData) -> RegisterBeneficiary:
    """The registration as typed; refused where it cannot be one."""

    def typed(name: str) -> str:
        return str(posted.get(name, "")).strip()

    points = [("phone-1", "phone", typed("phone")), ("mail-1", "email", typed("email"))]
    words = {
        "beneficiary_id": beneficiary_id,
        "kind": typed("kind"),
        "profile": {"name": typed("name"), "category_code": typed("category") or None, "birth": birth(typed)},
        "identity": {"kind": typed("id_kind"), "number": typed("id_number")} if typed("id_number") else None,
        "shared_number_reason": typed("shared_number_reason") or None,
        "contact_points": [{"contact_point_id": i, "kind": kind, "value": value} for i, kind, value in points if value],
    }
    return codec.from_words(RegisterBeneficiary, words)


def birth(typed: Any) -> dict[str, Any] | None:
    """A day of birth in the calendar chosen for it; none where nothing was typed, refused where only a part was."""
    calendar = typed("birth_calendar")
    numbers = {
        name: ascii_digits(typed(f"birth_{field}"))
        for name, field in (("year", "year"), ("month", f"{calendar}_month"), ("day", "day"))
    }
    if not (numbers["year"] or numbers["day"]):
        return None
    birth_incomplete.unless(bool(numbers["year"] and numbers["day"]))
    return {"calendar": calendar} | {name: int(n) if n.isdigit() else 0 for name, n in numbers.items()}
