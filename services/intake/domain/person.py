"""What is known of a beneficiary, as it goes into the vault and nowhere else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Literal

from services.intake.domain.refusals import beneficiary as refusals
from shared.domain.messages import message
from shared.locale import dates, majority
from shared.locale.identity_numbers import parse_identity_number
from shared.locale.names import name_pairs, search_key
from shared.locale.telephones import parse_telephone

EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


@message
class BirthDate:
    """As entered, in the calendar it was entered in; the other form is derived when needed."""

    calendar: Literal["hijri", "gregorian"]
    year: int
    month: int
    day: int

    @property
    def on(self) -> date:
        """The Gregorian day; refused where there is no such day."""
        if self.calendar == "hijri":
            return dates.from_hijri(self.year, self.month, self.day)
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            raise refusals.no_such_day.refused() from None


@message
class Profile:
    """Who it is; category_code is one of the association's own categories."""

    name: str
    category_code: str | None = None
    birth: BirthDate | None = None

    @property
    def name_key(self) -> str:
        """Under which spellings of the name meet."""
        return search_key(self.name)

    @property
    def name_pairs(self) -> tuple[str, ...]:
        """By which parts of the name he is looked for."""
        return name_pairs(self.name)

    @property
    def born_on(self) -> str:
        """The birth date in one calendar, empty where none is known."""
        return self.birth.on.isoformat() if self.birth else ""

    @property
    def of_age_on(self) -> str:
        """The day the person comes of age, empty where no birth date is known."""
        return majority.of_age_on(self.birth.on).isoformat() if self.birth else ""


@message
class Identity:
    """The number of a document that was shown; numbers of other kinds than these two are not checked."""

    kind: Literal["national_id", "iqama", "other_id"]
    number: str


@message
class ContactPoint:
    """Where somebody can be reached; the id is all that leaves the vault."""

    contact_point_id: str
    kind: Literal["phone", "email", "address", "portal", "fax"]
    value: str


def checked_profile(profile: Profile) -> Profile:
    """As it is; refused where nobody can be born, or come of age, on such a day."""
    _ = profile.of_age_on
    return profile


def checked_identity(identity: Identity) -> Identity:
    """The number in ASCII digits; refused where it cannot be right."""
    if identity.kind == "other_id":
        return identity
    parsed = parse_identity_number(identity.number)
    refusals.identity_kind.unless(parsed.kind == identity.kind)
    return replace(identity, number=parsed.number)


def checked_contact_point(point: ContactPoint) -> ContactPoint:
    """A telephone or fax number in E.164, an e-mail address that can be one; anything else as it was given."""
    if point.kind == "email":
        refusals.email_malformed.unless(EMAIL.fullmatch(point.value) is not None)
    return replace(point, value=parse_telephone(point.value).e164) if point.kind in ("phone", "fax") else point
