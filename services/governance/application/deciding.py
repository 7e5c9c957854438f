"""How governance decides: only for an association that has joined, adopting its own rules as it makes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from services.governance.publishing import contract_of
from shared.application.aggregate import Aggregate
from shared.application.routes import Decide, UseCase
from shared.application.rulebook import RULEBOOK, RULEBOOK_ID, RuleAdopted, adopt
from shared.application.situation import unknown_association
from shared.application.work import Work


def new(aggregate: Aggregate, id_field: str, decide: Decide) -> UseCase:
    """Decides on something that may not have begun."""
    return on(aggregate, lambda command: getattr(command, id_field), decide)


def existing(aggregate: Aggregate, id_field: str, decide: Decide) -> UseCase:
    """Decides on something that exists in this tenant."""

    def use_case(command: Any, work: Work) -> None:
        joined(work)
        id_ = getattr(command, id_field)
        work.existing(aggregate, id_)
        record(work, aggregate, id_, *decide(command, work.load(aggregate, id_), work.situation(aggregate, id_)))

    return use_case


def on(aggregate: Aggregate, id_of: Callable[[Any], str], decide: Decide) -> UseCase:
    """Decides on the thing a command stands for."""

    def use_case(command: Any, work: Work) -> None:
        joined(work)
        id_ = id_of(command)
        record(work, aggregate, id_, *decide(command, work.load(aggregate, id_), work.situation(aggregate, id_)))

    return use_case


def joined(work: Work) -> None:
    """Refuse a tenant whose association has not been registered."""
    unknown_association.unless(work.rules.association is not None)


def record(work: Work, aggregate: Aggregate, id_: str, *events: Any) -> None:
    """Record, and where a rule was made, adopt it here in the same append: its author needs no messenger."""
    work.record(aggregate, id_, *events)
    for event in events:
        payload = contract_of(event)
        for rule in adopt(payload) if payload is not None else ():
            work.record(RULEBOOK, RULEBOOK_ID, RuleAdopted(contract=rule.contract, content=rule.content))
