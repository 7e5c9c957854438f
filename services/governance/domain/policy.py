"""What a decision of governance may know, and the rules it walks: each name is true when satisfied."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import Protocol

from services.governance.domain.refusals.approval import same_person
from services.governance.domain.refusals.policy import code_invalid
from shared.contracts import governance as said
from shared.contracts.roles import STAFF_ROLES
from shared.domain.actor import Actor
from shared.domain.sealed import ContentRef

CODE = re.compile(r"[a-z][a-z0-9_]{0,63}")
PERIOD = re.compile(r"P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?")
"""An ISO 8601 duration in whole days or longer; what is kept for good has none and says `permanent`."""
PERMANENT = "permanent"
WAIVERS = frozenset({"early_reply", "decision", "investigation", "compensation", "destruction", "policy"})


class Rules(Protocol):
    """The association's rules as governance itself has published them."""

    @property
    def association(self) -> said.AssociationRegistered | None: ...
    @property
    def settings(self) -> said.TenantSettingsChanged | None: ...
    @property
    def services(self) -> Mapping[str, said.ServiceInformationPublished]: ...
    def policy(self, ref: str | None = None) -> said.PolicyVersionPutInForce | None: ...
    def channels(self, policy: said.PolicyVersionPutInForce) -> Mapping[str, said.Channel]: ...


class Situation(Protocol):
    """The moment of deciding."""

    @property
    def now(self) -> datetime: ...
    @property
    def today(self) -> date: ...
    @property
    def actor(self) -> Actor: ...
    @property
    def rules(self) -> Rules: ...
    @property
    def refs(self) -> Mapping[str, ContentRef]: ...


def is_waived(waiver: str, rules: Rules) -> bool:
    """A small association may waive a separation of duties, in the open."""
    return rules.settings is not None and waiver in rules.settings.four_eyes_waivers


def drafter_does_not_record_approval(drafted_by: str, situation: Situation) -> None:
    """Two people: one writes, another records that the board agreed."""
    same_person.unless(drafted_by != situation.actor.ref or is_waived("policy", situation.rules))


def approval_is_complete(body: str, meeting_no: int | None, *dates: str | None) -> bool:
    return bool(body) and meeting_no is not None and meeting_no > 0 and any(dates)


def interpretation_fits(interpretation: str, window: said.Window) -> bool:
    """A stated minimum may be read as it stands or, by resolution, as the latest day; a maximum as it stands."""
    if window.max_count is not None:
        return interpretation == "literal"
    return interpretation in ("literal_minimum", "maximum_by_board_resolution")


def codes_are_plain(*codes: str) -> None:
    """A code goes into contracts and on screens: small Latin letters, digits and _, never somebody's words."""
    code_invalid.unless(all(CODE.fullmatch(code) for code in codes))


def period_is_sound(name: str, period: str | None) -> bool:
    """Not set, a duration, or, for what is kept, for good."""
    kept_for_good = name.endswith("_retention") and period == PERMANENT
    return period is None or kept_for_good or PERIOD.fullmatch(period) is not None


def roles_of_staff_include(role: str) -> bool:
    return role in STAFF_ROLES


def name_is_ones_own_to_give(staff_ref: str, situation: Situation) -> bool:
    return staff_ref == situation.actor.ref or "governance_officer" in situation.actor.roles


def is_in_latin_letters(text: str) -> bool:
    """An empty text is; so are the marks that names are written with."""
    return all(letter in " .'’-" or unicodedata.name(letter, "").startswith("LATIN ") for letter in text)
