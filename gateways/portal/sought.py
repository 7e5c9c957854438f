"""What was typed into the search: the number of a request, an identity or telephone number, or a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from shared.locale.digits import typed_number

By = Literal["identity_number", "phone", "name"]
NUMBER = re.compile(r"([A-Z]+)[\W_]*(\d{4})[\W_]*(\d{1,6})", re.ASCII)
PART = re.compile(r"(?:(\d{4})[\W_]+)?(\d{1,5})", re.ASCII)
"""The running number of a request alone, or with its year."""
DIGITS = re.compile(r"\+?[\d\s()-]+", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Of a request; prefix and year are empty where they were left out."""

    prefix: str
    year: str
    serial: int

    def is_of(self, number: str) -> bool:
        """Whether a request's number may be meant."""
        other = request_number(number)
        if other is None or other.serial != self.serial:
            return False
        return self.prefix in ("", other.prefix) and self.year in ("", other.year)


def request_number(text: str) -> Number | None:
    """A request's number as people write it, with or without its parts; None where it is something else."""
    typed = typed_number(text).upper()
    if whole := NUMBER.fullmatch(typed):
        return Number(prefix=whole[1], year=whole[2], serial=int(whole[3]))
    part = PART.fullmatch(typed)
    return Number(prefix="", year=part[1] or "", serial=int(part[2])) if part else None


def person_by(text: str) -> tuple[By, str]:
    """By what a person is looked for, and the value; whether it can be right the service says."""
    typed = typed_number(text)
    if not DIGITS.fullmatch(typed):
        return "name", " ".join(text.split())
    return ("phone" if typed[0] in "0+" else "identity_number"), re.sub(r"[^\d+]", "", typed)
