"""What a decision may know besides the command and the state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shared.application.rulebook import Rulebook
from shared.contracts.governance import PolicyVersionPutInForce
from shared.domain.actor import Actor
from shared.domain.refusals import NotFound, Reason
from shared.domain.sealed import ContentRef

RIYADH = ZoneInfo("Asia/Riyadh")

unknown_association = Reason(
    code="unknown_association",
    en="This association has no policy in force here yet.",
    ar="لا توجد لهذه الجمعية سياسة سارية هنا بعد.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The moment of deciding.

    now: aware UTC; rules: what this service has adopted; pinned: the policy version the thing was opened under, if any;
    refs: where each sealed field of the command lies, by field name.
    """

    now: datetime
    actor: Actor
    rules: Rulebook = field(default_factory=Rulebook)
    refs: Mapping[str, ContentRef] = field(default_factory=dict)
    pinned: str | None = None

    @property
    def today(self) -> date:
        """The business date in Riyadh."""
        return self.now.astimezone(RIYADH).date()

    @property
    def policy(self) -> PolicyVersionPutInForce:
        """The version this decision falls under; refuses where the association has none in force."""
        policy = self.rules.policy(self.pinned)
        if policy is None:
            # Not a rule that says no: the rules may be on their way, so that a reaction asks again before it gives up.
            raise NotFound(unknown_association.code, en=unknown_association.en, ar=unknown_association.ar)
        return policy
