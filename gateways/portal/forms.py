"""A form that asks for one command: its fields, and what stays of it when the command is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from starlette.datastructures import FormData

from gateways.portal.looks import Pair
from shared.domain.refusals import NotFound, SanadError

Kind = Literal["text", "area", "choice", "many", "check", "date", "dual", "hidden", "private", "pair", "shown"]
Option = tuple[str, Pair]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """name: of the command's field. options: what may be chosen. value: what stands there at first.

    after: the code of the refusal that this field answers; before it, the field is not shown. A pair is chosen as one:
    its name and its options' codes are two words each. What is shown is read and not typed, its value a text in both
    languages; signed: in Arabic, the English being a reading aid.
    """

    name: str
    title: Pair
    kind: Kind = "text"
    options: tuple[Option, ...] = ()
    value: Any = ""
    required: bool = True
    hint: Pair | None = None
    after: str = ""
    signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """service and command: what is asked. title: what the button says. given: fields that are known here already.

    warns: what cannot be taken back; the button then stands behind this sentence, one step away.
    """

    service: str
    command: str
    title: Pair
    icon: str
    fields: tuple[Field, ...] = ()
    given: Mapping[str, Any] = field(default_factory=dict)
    warns: Pair | None = None


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


def can_be_filled(form: Form) -> bool:
    """Whether each list that asks for a choice has something to choose."""
    lists = (one for one in form.fields if one.kind in ("choice", "many", "pair") and one.required)
    return all(one.options for one in lists)


def no_such_form() -> NotFound:
    """The error for a form this page does not have, or not for this visitor, or not now."""
    return NotFound("no_such_form", en="There is no such form here now.", ar="لا يوجد هذا النموذج هنا الآن.")
