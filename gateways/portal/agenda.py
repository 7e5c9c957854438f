"""The agenda of a session as its pages show it: each item by what it is about, and how far the session has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gateways.portal import looks
from gateways.portal.stages import Look
from gateways.portal.visit import Visit
from services.intake.application.asking_of_requests import ListRequests

AROUND = 10
"""How many items stand beside a file; all of them are on the session's page."""
DOTS = 30
OUTCOMES: Mapping[str, Look] = {
    "approved": ("قبول", "approved", "ok", "circle-check"),
    "rejected": ("رفض", "rejected", "mute", "circle-x"),
}
DEFERRED: Look = ("أُجّل", "put off", "wait", "circle-pause")
VOTED_ON: Look = ("يُصوَّت عليه الآن", "being voted on", "info", "circle-dot")
BEGUN: Look = ("بدأ التصويت عليه", "voting has begun", "info", "circle-dot")
ALL_VOTED: Look = ("صوّت الجميع", "all have voted", "info", "vote")
MAY_BE_RECORDED: Mapping[bool, Look] = {
    True: ("صوّت الجميع، ويمكن تسجيل القرار", "all have voted; the decision may be recorded", "info", "gavel"),
    False: ("حسمته الأصوات، ويمكن تسجيل القرار", "settled by the votes; the decision may be recorded", "info", "gavel"),
}
"""By whether everybody has voted: no vote still out could change the outcome then."""
EQUAL: Look = ("صوّت الجميع، وتساوت الأصوات", "all have voted; the votes are equal", "wait", "vote")
NOT_YET: Look = ("لم يُعرض بعد", "not presented yet", "mute", "circle-dashed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """service: what it is about, None where that is not seen. done: nothing more happens to it in this session."""

    no: int
    review: Any
    service: str | None
    look: Look
    done: bool
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """items: all of them, in order."""

    items: tuple[Item, ...]

    @property
    def done(self) -> int:
        """How many of them are dealt with."""
        return sum(one.done for one in self.items)

    @property
    def near(self) -> tuple[Item, ...]:
        """Those around the one that is looked at, three of them before it."""
        at = next((no for no, one in enumerate(self.items) if one.current), 0)
        start = max(min(at - 3, len(self.items) - AROUND), 0)
        return self.items[start : start + AROUND]

    @property
    def dots(self) -> list[str]:
        """The bar: f for done, c for the current one; a dot stands for several items where there are many."""
        size = -(-len(self.items) // DOTS) or 1
        parts = [self.items[start : start + size] for start in range(0, len(self.items), size)]
        return [_dot(part) for part in parts]


def _dot(part: Sequence[Item]) -> str:
    if any(one.current for one in part):
        return "c"
    return "f" if all(one.done for one in part) else ""


def agenda_of(reviews: Sequence[Any], session: Any | None, services: Mapping[str, str], current: str = "") -> Agenda:
    """As the session stands; services: by request; current: the review that is looked at."""
    held = session is not None and session.stage != "scheduled"
    return Agenda(
        items=tuple(
            Item(
                no=one.item_no or no,
                review=one,
                service=services.get(one.request_id),
                look=_look(one, session, held=held, current=one.review_id == current),
                done=one.stage != "on_agenda" or _has_left(one, session),
                current=one.review_id == current,
            )
            for no, one in enumerate(reviews, 1)
        )
    )


def services_of(request_ids: Iterable[str], visit: Visit) -> Mapping[str, str]:
    """Which service each request is for, in one question."""
    wanted = tuple(dict.fromkeys(request_ids))
    told = visit.ask_if("intake", ListRequests(request_ids=wanted)) if wanted else None
    return {row.request_id: row.service_code for row in told.requests} if told else {}


def _has_left(review: Any, session: Any | None) -> bool:
    """It was put off by this session, whatever a later one has done with it."""
    return session is not None and bool(review.session_id != session.session_id)


def _look(review: Any, session: Any | None, *, held: bool, current: bool) -> Look:
    if _has_left(review, session):
        return DEFERRED
    if review.outcome:
        return OUTCOMES.get(review.outcome, looks.review_stage(review.stage))
    if review.stage == "deferred":
        return DEFERRED
    if review.stage != "on_agenda" or not held:
        return looks.review_stage(review.stage)
    return _under_vote(review, current=current) if review.votes else NOT_YET


def _under_vote(review: Any, *, current: bool) -> Look:
    if review.waits_for is None:
        return MAY_BE_RECORDED[not review.still_to_vote]
    if review.still_to_vote == 0:
        return EQUAL if review.waits_for.code == "votes_tied" else ALL_VOTED
    return VOTED_ON if current else BEGUN
