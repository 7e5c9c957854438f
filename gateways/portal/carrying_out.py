"""How what was posted becomes the command a form asks for."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from starlette.datastructures import FormData

from gateways.portal.forms import Field, Form
from gateways.portal.visit import Visit
from shared import codec
from shared.domain.refusals import Reason
from shared.locale.digits import ascii_digits

no_such_day = Reason(
    code="no_such_day",
    en="This is no day. Check day, month and year.",
    ar="هذا التاريخ لا يوجد. راجع اليوم والشهر والسنة.",
)
no_such_time = Reason(
    code="no_such_time",
    en="This is no time of day. Write hour and minute, as 10:30.",
    ar="هذا الوقت لا يوجد. اكتب الساعة والدقيقة، مثل 10:30.",
)


def carry_out(form: Form, posted: FormData, visit: Visit) -> None:
    """Tell the command the form asks for; raises SanadError."""
    words = dict(form.given) | {one.name: _read(one, posted) for one in form.fields if _is_said(one, posted)}
    for one in (one for one in form.fields if one.kind == "pair"):
        # Two fields of the command are chosen together, since not every one goes with every other.
        words |= zip(one.name.split(), str(words.pop(one.name, "")).split(), strict=False)
    for one in form.fields:
        if one.kind == "dual":
            words |= read_dual(posted, one.name)
    command = codec.from_words(visit.reach.message(form.service, form.command), words)
    visit.tell(form.service, command, command_id(posted))


def command_id(posted: FormData) -> UUID:
    """The id the form was shown with, so that sending it twice does nothing twice."""
    try:
        return UUID(str(posted.get("command_id", "")))
    except ValueError:
        return uuid4()


def read_day(posted: FormData, name: str) -> date:
    """A Gregorian day from three fields; refused where there is none."""
    try:
        return date(*(int(ascii_digits(str(posted.get(f"{name}_{part}", "")))) for part in ("year", "month", "day")))
    except ValueError:
        raise no_such_day.refused() from None


def read_dual(posted: FormData, name: str) -> dict[str, str]:
    """A day in the calendar chosen for it, none where nothing was typed; a Hijri one goes on as it was entered."""
    day, year = (ascii_digits(str(posted.get(f"{name}_{part}", ""))).strip() for part in ("day", "year"))
    if not (day or year):
        return {}
    calendar = str(posted.get(f"{name}_calendar", ""))
    month = str(posted.get(f"{name}_{calendar}_month", ""))
    no_such_day.unless(day.isdecimal() and month.isdecimal() and len(year) == 4 and year.isdecimal())
    if calendar == "hijri":
        return {f"{name}_hijri": f"{year}-{int(month):02}-{int(day):02}"}
    try:
        return {name: date(int(year), int(month), int(day)).isoformat()}
    except ValueError:
        raise no_such_day.refused() from None


def _is_said(one: Field, posted: FormData) -> bool:
    if one.kind in ("dual", "shown"):
        return False
    if one.kind == "date":
        return one.required or bool(posted.get(f"{one.name}_day"))
    return one.required or one.kind == "check" or bool(posted.get(one.name))


def _read(one: Field, posted: FormData) -> Any:
    match one.kind:
        case "many":
            return [str(value) for value in posted.getlist(one.name)]
        case "check":
            return one.name in posted
        case "date":
            return read_day(posted, one.name).isoformat()
        case "hidden" if isinstance(one.value, int):
            typed = ascii_digits(str(posted.get(one.name, "")))
            return int(typed) if typed.isdecimal() and len(typed) < 10 else 0
    return str(posted.get(one.name, ""))
