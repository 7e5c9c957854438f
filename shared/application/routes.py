"""The table of contents of a service: each command, who may ask it, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from shared.application.aggregate import Aggregate
from shared.application.work import Work
from shared.domain.refusals import Reason, Refused

UseCase = Callable[[Any, Work], None]
Decide = Callable[[Any, Any, Any], tuple[Any, ...]]

SYSTEM = "system"

already_exists = Reason(
    code="already_exists",
    en="This was recorded before, under the same reference. Open the page again to see it.",
    ar="سُجّل هذا من قبل بالمرجع نفسه. افتح الصفحة من جديد لتراه.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """command: its class. by: the roles that may ask it. does: loads, decides, records.

    reads: the command with its values in the one form they are kept in; refuses what has none.
    """

    command: type[Any]
    by: frozenset[str]
    does: UseCase
    reads: Callable[[Any], Any] = lambda command: command


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """query, answer: their classes. by: the roles that may ask. answers: (query, desk) -> answer."""

    query: type[Any]
    answer: type[Any]
    by: frozenset[str]
    answers: Callable[[Any, Any], Any]


def create(aggregate: Aggregate, id_field: str, decide: Decide) -> UseCase:
    """A use case that begins something new under the id the command names."""

    def use_case(command: Any, work: Work) -> None:
        id_ = getattr(command, id_field)
        already_exists.unless(work.load(aggregate, id_) == aggregate.initial)
        decide_on(aggregate, id_, decide, command, work)

    return use_case


def change(aggregate: Aggregate, id_field: str, decide: Decide) -> UseCase:
    """A use case that decides on something that exists."""

    def use_case(command: Any, work: Work) -> None:
        id_ = getattr(command, id_field)
        work.existing(aggregate, id_)
        decide_on(aggregate, id_, decide, command, work)

    return use_case


def keep_up(aggregate: Aggregate, id_of: Callable[[Any], str], decide: Decide) -> UseCase:
    """A use case that decides on something whether or not it has begun."""

    def use_case(command: Any, work: Work) -> None:
        decide_on(aggregate, id_of(command), decide, command, work)

    return use_case


def decide_on(aggregate: Aggregate, id_: str, decide: Decide, command: Any, work: Work) -> None:
    """Decide and record; a refusal that goes on record leaves its events behind and is raised all the same."""
    try:
        events = decide(command, work.load(aggregate, id_), work.situation(aggregate, id_))
    except Refused as refused:
        work.record(aggregate, id_, *refused.on_record)
        raise
    work.record(aggregate, id_, *events)
