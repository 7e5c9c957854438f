"""What the card of the reply's date says: what is true of it at the moment looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from gateways.portal.looks import Pair
from gateways.portal.timeline import Told
from services.intake.application.asking_of_requests import WindowProof

VOID = frozenset({"SupportRequestReopened"})
GUARDED: Pair = ("لا يُبلَّغ الرد قبل", "The reply cannot go out before")
ENDED: Pair = ("انتهى الطلب قبل الرد", "The request ended before a reply")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCard:
    """lead: what the day is. day: none where no reply is owed. notes: in order; reason, by: of an early reply's leave.

    counts: how many days are left is worth saying. settled: the reply is out, or none is owed.
    """

    tone: str
    icon: str
    lead: Pair
    day: date | None
    notes: tuple[Pair, ...] = ()
    reason: str = ""
    by: str = ""
    counts: bool = False
    settled: bool = False

    @property
    def guarded(self) -> bool:
        """The reply may not go out yet."""
        return self.lead == GUARDED


def date_card(proof: WindowProof, stage: str, so_far: Sequence[Told], today: date) -> DateCard:
    """The card of a request that had a window by then."""
    replied, early = _standing(so_far, "DecisionCommunicated"), _standing(so_far, "EarlyReplyAuthorized")
    if replied:
        return _replied(replied, early)
    if stage in ("withdrawn", "closed"):
        return DateCard(tone="mute", icon="circle-minus", lead=ENDED, day=None, settled=True)
    if proof.due_by is not None:
        return _by(proof.due_by, today)
    if early:
        return _early(proof, early)
    day = proof.not_before
    if day is not None and day <= today:
        return DateCard(
            tone="ok", icon="calendar-days", lead=("للرد أن يُبلَّغ منذ", "The reply may go out since"), day=day
        )
    return DateCard(tone="info", icon="lock", lead=GUARDED, day=day)


def _replied(told: Mapping[str, Any], early: Mapping[str, Any] | None) -> DateCard:
    day, late = date.fromisoformat(told["replied_on"]), told.get("late_by_days") or 0
    note = ("في موعده", "In time")
    if late:
        note = (f"بعد موعده بـ {late} من أيام المهلة", f"{late} days of the window late")
    elif told.get("early"):
        note = ("قبل أول أيامه، بإذن", "Early, with permission")
    lead = ("أُبلغ بالرد يوم", "The reply was given on")
    why = {"reason": early.get("reason_code", ""), "by": early.get("authorised_by", "")} if early else {}
    return DateCard(tone="ok", icon="circle-check", lead=lead, day=day, notes=(note,), settled=True, **why)


def _by(due_by: date, today: date) -> DateCard:
    if due_by < today:
        lead = ("تأخر الرد، وكان موعده نهاية", "The reply is late; it was due by the end of")
        return DateCard(tone="late", icon="clock-alert", lead=lead, day=due_by)
    lead = ("الرد قبل نهاية", "Reply by the end of")
    if due_by == today:
        note = ("حتى نهاية اليوم", "By the end of today")
        return DateCard(tone="wait", icon="calendar-clock", lead=lead, day=due_by, notes=(note,))
    return DateCard(tone="", icon="calendar-clock", lead=lead, day=due_by, counts=True)


def _early(proof: WindowProof, told: Mapping[str, Any]) -> DateCard:
    return DateCard(
        tone="ok",
        icon="circle-check",
        lead=("أُذن برد مبكر؛ كان لا يُبلَّغ قبل", "An earlier reply is authorised; it could not go out before"),
        day=proof.not_before,
        reason=told.get("reason_code", ""),
        by=told.get("authorised_by", ""),
    )


def _standing(so_far: Sequence[Told], type_: str) -> Mapping[str, Any] | None:
    """The last such fact that still stands: neither begun anew since nor, for a reply, undelivered."""
    ended = VOID | ({"ReplyUndelivered"} if type_ == "DecisionCommunicated" else set())
    for one in reversed(so_far):
        if one.step.type in ended:
            return None
        if one.step.type == type_:
            return one.facts
    return None
