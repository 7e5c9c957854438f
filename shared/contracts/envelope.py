"""The envelope of a published fact (CloudEvents 1.0), and the mark that names its type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, dataclass_transform
from uuid import UUID

from shared.domain.messages import message

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def contract(type_: str) -> Callable[[type[T]], type[T]]:
    """Mark a dataclass as the payload of the contract `<service>.<fact>.v<n>`."""

    def make(cls: type[T]) -> type[T]:
        made: Any = message(cls)
        made.CONTRACT_TYPE = type_
        typed: type[T] = made
        return typed

    return make


def type_of(payload: Any) -> str:
    """The contract type of a payload or of its class."""
    name: str = payload.CONTRACT_TYPE
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One published fact on its way.

    id: the event's id; tenant, service: whose fact it is; type: `<service>.<fact>.v<n>`, on the wire after `sa.sanad.`;
    case_id: the CloudEvents subject is `cases/<case_id>`; time: when it occurred, aware.
    sequence: position in the publisher's log; prevsequence: that of the tenant's previous *published* fact, 0 at first:
    a consumer whose last sequence is lower than prevsequence has missed something.
    correlation_id is kept from the first command; causation_id is the command that led to the event.
    data: canonical JSON of the payload: ids, codes, dates, serial numbers and counts only.
    """

    id: UUID
    tenant: str
    service: str
    type: str
    case_id: str | None
    time: datetime
    sequence: int
    prevsequence: int
    correlation_id: UUID
    causation_id: UUID | None
    data: bytes
