"""The form that records a decision, and what is read back before it is recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import FormData

from gateways.portal import looks
from gateways.portal.forms import Field, Form, Option
from gateways.portal.looks import Pair
from gateways.portal.reasons import DECIDING
from services.committee.domain.grounds import contrary
from services.committee.domain.policy import reasons_are_given
from services.committee.domain.refusals import reasons_missing

OUTCOMES: tuple[Option, ...] = tuple((code, looks.NAMES[code]) for code in ("approved", "rejected"))
AWARDS: tuple[Option, ...] = (("in_kind", ("عيني", "In kind")), ("cash", ("نقدي", "In cash")))
GROUNDS: Mapping[str, tuple[Option, ...]] = {
    outcome: tuple(one for one in DECIDING if not any(contrary(outcome, (one[0],)))) for outcome, _ in OUTCOMES
}
"""What may be chosen for each outcome, as the reviewing body's own rule has it."""
AWARDED: Pair = ("ما يُقدَّم، ومقداره وشروطه", "What is given, how much, on what conditions")
CONFIRMED, EDITED = "confirmed", "edited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A decision that was written and not yet confirmed."""

    typed: FormData

    def value(self, name: str) -> Any:
        """What was typed in a field."""
        return self.typed.get(name, "")

    def values(self, name: str) -> list[Any]:
        """What was chosen in a field of several."""
        return self.typed.getlist(name)

    def kept(self) -> Iterator[tuple[str, Any]]:
        """Everything that goes along, to be sent once more."""
        yield from ((name, value) for name, value in self.typed.multi_items() if name not in ("csrf", EDITED))


def decision(review: Any) -> Form:
    """The form; its page groups the grounds by outcome."""
    outcome = Field(name="outcome", title=("القرار", "Decision"), kind="choice", options=OUTCOMES)
    grounds = Field(name="reason_codes", title=("الأسباب", "Grounds"), kind="many", options=DECIDING)
    reasons = Field(name="reasons", title=("التسبيب", "Reasons in words"), kind="area")
    award = Field(
        name="award_kind", title=("نوع الدعم", "Kind of support"), kind="choice", options=AWARDS, required=False
    )
    given = Field(name="award", title=AWARDED, kind="area", required=False)
    return Form(
        service="committee",
        command="RecordDecision",
        title=("سجّل القرار", "Record the decision"),
        icon="gavel",
        fields=(outcome, grounds, reasons, award, given),
        given={"review_id": review.review_id, "beneficiary_id": review.beneficiary_id or ""},
    )


def is_to_be_confirmed(command: str, posted: FormData) -> bool:
    """Whether this has only been written; it is read back first."""
    return command == "RecordDecision" and CONFIRMED not in posted


def fitting(posted: FormData) -> FormData:
    """Without what does not go with the chosen outcome: the page hides it once the outcome is chosen, ticked or not."""
    outcome = str(posted.get("outcome", ""))
    fits = {code for code, _ in GROUNDS.get(outcome, ())}
    without = () if outcome == "approved" else ("award", "award_kind")
    return FormData(
        [
            (name, value)
            for name, value in posted.multi_items()
            if name not in without and (name != "reason_codes" or value in fits)
        ]
    )


def demand_reasons(posted: FormData) -> None:
    """What is read back has its reasons, as the reviewing body's own rule has it. Raises Refused."""
    codes, words = posted.getlist("reason_codes"), str(posted.get("reasons", ""))
    reasons_missing.unless(reasons_are_given([str(code) for code in codes], words))
