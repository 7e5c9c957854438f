"""The thread of a case: its steps as people read them, and where one stands when looking at a past moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from gateways.audit.replay import CaseHistory
from gateways.portal.looks import Pair
from gateways.portal.step_icons import BY_SERVICE, ICONS, TURNING
from gateways.portal.step_words import Word, words_of
from shared.application.case_steps import Step

PEOPLE = frozenset({"staff", "beneficiary", "operator"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One step; no: its place from the first. place: before, here, or not yet at the moment looked at."""

    no: int
    title: Pair
    icon: str
    who: str
    clause: str | None
    moment: datetime
    place: Literal["", "here", "later"]
    turning: bool
    words: tuple[Word, ...]
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """steps: oldest first. chosen: the step looked at, None for the present."""

    steps: tuple[Told, ...]
    chosen: Told | None

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self.steps)

    @property
    def at(self) -> int:
        """The number of the step shown as the latest."""
        return self.chosen.no if self.chosen else self.count

    @property
    def shown(self) -> tuple[Told, ...]:
        """What had happened by then, newest first."""
        return self.steps[: self.at][::-1]

    @property
    def later(self) -> tuple[Told, ...]:
        """What had not happened yet, newest first."""
        return self.steps[self.at :][::-1]


def thread(history: CaseHistory, event: int | None) -> Thread:
    """The thread, at one of its events or at present."""
    chosen = event if event is not None and 1 <= event < len(history.steps) else None
    steps = tuple(_told(no, step, chosen) for no, step in enumerate(history.steps, 1))
    return Thread(steps=steps, chosen=steps[chosen - 1] if chosen else None)


def staff_of(thread: Thread) -> tuple[str, ...]:
    """Who of the staff did any of it."""
    return tuple(one.who for one in thread.steps if one.step.actor_kind == "staff")


def _told(no: int, step: Step, chosen: int | None) -> Told:
    return Told(
        no=no,
        title=(step.title_ar, step.title_en),
        icon=ICONS.get(step.type, BY_SERVICE.get(step.service, "circle-dot")),
        who=step.actor_ref if step.actor_kind in PEOPLE else "",
        clause=step.clause,
        moment=step.occurred_at,
        place="" if chosen is None or no < chosen else "here" if no == chosen else "later",
        turning=step.type in TURNING,
        words=words_of(step.data, by_itself=step.actor_kind not in PEOPLE),
        step=step,
    )
