"""The thread of a case: its steps as people read them, and where one stands when looking at a past moment."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Literal

from gateways.audit.replay import CaseHistory
from gateways.portal.looks import Pair
from gateways.portal.notches import labels
from gateways.portal.step_icons import BY_SERVICE, ICONS, QUIET, TURNING
from gateways.portal.step_words import Said, said_of
from gateways.portal.trial import TITLES, on_trial
from shared.application.case_steps import Step

PEOPLE = frozenset({"staff", "beneficiary", "operator"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One step; no: its place from the first. place: before, here, or not yet at the moment looked at.

    quiet: the platform did it by itself, as it always does; said: its sentence, in both languages.
    """

    no: int
    title: Pair
    icon: str
    who: str
    clause: str | None
    moment: datetime
    place: Literal["", "here", "later"]
    turning: bool
    quiet: bool
    said: Said
    facts: Mapping[str, Any]
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Steps that followed by themselves, one after the other, newest first: shown as one row that opens."""

    steps: tuple[Told, ...]

    @property
    def telling(self) -> Told:
        """The one that says most: what came of it."""
        return next((one for one in self.steps if one.step.type == "NotificationSent"), self.steps[0])

    @property
    def is_here(self) -> bool:
        """Whether the moment looked at is one of them."""
        return any(one.place == "here" for one in self.steps)


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
    def so_far(self) -> tuple[Told, ...]:
        """What had happened by then, oldest first."""
        return self.steps[: self.at]

    @property
    def shown(self) -> list[Told | Run]:
        """What had happened by then, newest first."""
        return rows(self.so_far[::-1])

    @property
    def later(self) -> list[Told | Run]:
        """What had not happened yet, newest first."""
        return rows(self.steps[self.at :][::-1])

    @property
    def labels(self) -> Mapping[int, Pair]:
        """What the slider's notches are called, where there is room for it."""
        return labels([(one.no, one.step.type, one.title) for one in self.steps], self.at)


def thread(history: CaseHistory, event: int | None) -> Thread:
    """The thread, at one of its events or at present."""
    chosen = event if event is not None and 1 <= event < len(history.steps) else None
    facts = [json.loads(step.data) for step in history.steps]
    trial = on_trial((step.type, one) for step, one in zip(history.steps, facts, strict=True))
    told = zip(history.steps, facts, strict=True)
    steps = tuple(_told(no, step, one, chosen, trial) for no, (step, one) in enumerate(told, 1))
    return Thread(steps=steps, chosen=steps[chosen - 1] if chosen else None)


def staff_of(thread: Thread) -> tuple[str, ...]:
    """Who of the staff did any of it."""
    return tuple(one.who for one in thread.steps if one.step.actor_kind == "staff")


def rows(steps: Sequence[Told]) -> list[Told | Run]:
    """Steps as rows: what people did and what matters one by one, the rest in runs."""
    found: list[Told | Run] = []
    for quiet, these in groupby(steps, key=lambda one: one.quiet):
        mine = tuple(these)
        found += [Run(steps=mine)] if quiet else mine
    return found


def _told(no: int, step: Step, facts: Mapping[str, Any], chosen: int | None, trial: frozenset[str]) -> Told:
    kept = TITLES.get(step.type) if facts.get("notification_id") in trial else None
    by_itself = step.actor_kind not in PEOPLE
    return Told(
        no=no,
        title=kept or (step.title_ar, step.title_en),
        icon=ICONS.get(step.type, BY_SERVICE.get(step.service, "circle-dot")),
        who="" if by_itself else step.actor_ref,
        clause=step.clause,
        moment=step.occurred_at,
        place="" if chosen is None or no < chosen else "here" if no == chosen else "later",
        turning=step.type in TURNING,
        quiet=by_itself and step.type in QUIET,
        said=said_of(step.type, facts, by_itself=by_itself),
        facts=facts,
        step=step,
    )
