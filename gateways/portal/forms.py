"""A form that asks for one command: its fields, what it reads from a post, and what stays when it is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal
from uuid import UUID, uuid4

from starlette.datastructures import FormData

from gateways.portal.looks import Pair
from gateways.portal.visit import Visit
from shared import codec
from shared.domain.refusals import Reason, SanadError
from shared.locale.digits import ascii_digits

Kind = Literal["text", "area", "choice", "many", "check", "date", "hidden", "private"]
Option = tuple[str, Pair]

no_such_day = Reason(
    code="no_such_day",
    en="This is no day. Check day, month and year.",
    ar="هذا التاريخ لا يوجد. راجع اليوم والشهر والسنة.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """name: of the command's field. options: what may be chosen. value: what stands there at first."""

    name: str
    title: Pair
    kind: Kind = "text"
    options: tuple[Option, ...] = ()
    value: Any = ""
    required: bool = True
    hint: Pair | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """service and command: what is asked. title: what the button says. given: fields that are known here already."""

    service: str
    command: str
    title: Pair
    icon: str
    fields: tuple[Field, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A form that was refused: why, and what had been typed."""

    command: str
    error: SanadError
    typed: FormData

    def value(self, name: str) -> Any:
        """What had been typed in a field."""
        return self.typed.get(name, "")

    def values(self, name: str) -> list[Any]:
        """What had been chosen in a field of several."""
        return self.typed.getlist(name)


def carry_out(form: Form, posted: FormData, visit: Visit) -> None:
    """Tell the command the form asks for; raises SanadError."""
    words = dict(form.given) | {one.name: _read(one, posted) for one in form.fields if _is_said(one, posted)}
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


def _is_said(one: Field, posted: FormData) -> bool:
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
            return int(str(posted.get(one.name, "0")))
    return str(posted.get(one.name, ""))
