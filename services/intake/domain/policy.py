"""What an association resolves, as intake reads it; each rule is a function whose name is true when satisfied."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Protocol

from services.intake.domain.events.reception import ChannelRefused
from services.intake.domain.refusals import common as refusals
from shared.contracts import governance
from shared.domain.actor import Actor
from shared.domain.refusals import Forbidden
from shared.domain.sealed import ContentRef

SELF_SERVICE = frozenset({"beneficiary", "guardian"})
A_CODE = re.compile(r"[a-z][a-z_]{0,40}")


class Rules(Protocol):
    """What governance has published and this service adopted."""

    @property
    def association(self) -> governance.AssociationRegistered | None: ...
    @property
    def settings(self) -> governance.TenantSettingsChanged | None: ...
    @property
    def calendar(self) -> governance.WorkingCalendarPublished | None: ...
    @property
    def services(self) -> Mapping[str, governance.ServiceInformationPublished]: ...
    def channels(self, policy: governance.PolicyVersionPutInForce) -> Mapping[str, governance.Channel]: ...


class Situation(Protocol):
    """The moment of deciding, under the policy version the thing was opened under."""

    @property
    def now(self) -> datetime: ...
    @property
    def today(self) -> date: ...
    @property
    def actor(self) -> Actor: ...
    @property
    def policy(self) -> governance.PolicyVersionPutInForce: ...
    @property
    def rules(self) -> Rules: ...
    @property
    def refs(self) -> Mapping[str, ContentRef]: ...


def demand_channel(code: str, attempted: str, situation: Situation) -> None:
    """Refuse, on record, a channel that is not the association's."""
    permitted = situation.rules.channels(situation.policy)
    if code in permitted:
        return
    clause = situation.policy.clause("channels")
    # What somebody typed for a code may be anything, and refusals are kept.
    said = code if A_CODE.fullmatch(code) else "other"
    raise refusals.channel_not_permitted.refused(
        channel=said,
        clause=clause.locator if clause else "–",
        permitted=", ".join(sorted(permitted)),
        permitted_ar="، ".join(permitted[key].ar for key in sorted(permitted)),
    ).recording(ChannelRefused(channel=said, attempted=attempted))


def serves_himself(situation: Situation) -> bool:
    """Whether the one who asks is a beneficiary or guardian, not staff."""
    return bool(situation.actor.roles) and situation.actor.roles <= SELF_SERVICE


def demand_own(beneficiary_id: str, guardians: frozenset[str], situation: Situation) -> None:
    """Beneficiaries act on what is theirs, guardians on what is their wards'."""
    if serves_himself(situation) and situation.actor.ref not in guardians | {beneficiary_id}:
        raise Forbidden("not_permitted", en="This is not yours to act on.", ar="لا يحق لك التصرف في هذا الملف.")


def staff_ref(situation: Situation) -> str | None:
    """Who on the staff acts, None when people serve themselves."""
    return None if serves_himself(situation) else situation.actor.ref


def is_waived(rule: str, situation: Situation) -> bool:
    """Whether the association does without a four-eyes rule, by a recorded setting."""
    settings = situation.rules.settings
    return settings is not None and rule in settings.four_eyes_waivers


def completeness_is_owed_before_departure(situation: Situation) -> bool:
    """Kadi art. 3(3)ب, ت: taken in only when complete, criteria handed over, checked while he is present."""
    return situation.policy.clause("criteria") is not None
