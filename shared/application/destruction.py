"""How a service that keeps personal data only in the vault answers an order to destroy somebody's."""

from __future__ import annotations

from typing import Any

from shared.application.aggregate import Aggregate
from shared.application.routes import SYSTEM, Route, keep_up
from shared.contracts.intake import PersonalDataDestructionOrdered
from shared.domain.messages import fact, message


@message
class ConfirmDestruction:
    """Say that nothing of somebody can be read here any more (asked for by our own reaction only)."""

    order_id: str
    subject_id: str


@fact(en="Destruction confirmed", ar="أُكّد إتلاف البيانات", clause="privacy")
class DestructionConfirmed:
    """What was sealed died with its keys, and rows and queues hold nothing else of the subject."""

    order_id: str
    subject_id: str


def evolve(_confirmed: bool, _event: Any) -> bool:
    """Whether the order was answered."""
    return True


DESTRUCTION = Aggregate(kind="destruction", noun=("order of destruction", "أمر إتلاف"), evolve=evolve, initial=False)


def confirm(command: ConfirmDestruction, confirmed: bool, _situation: object) -> tuple[DestructionConfirmed, ...]:
    """Once."""
    return () if confirmed else (DestructionConfirmed(order_id=command.order_id, subject_id=command.subject_id),)


ROUTE = Route(
    command=ConfirmDestruction,
    by=frozenset({SYSTEM}),
    does=keep_up(DESTRUCTION, lambda command: command.order_id, confirm),
)


def answer(told: PersonalDataDestructionOrdered) -> tuple[ConfirmDestruction, ...]:
    """The reaction to the order."""
    return (ConfirmDestruction(order_id=told.order_id, subject_id=told.subject_id),)
