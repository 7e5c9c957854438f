"""What an operator may ask of any service: how far its followers are, what waits, and to make a view again."""

from __future__ import annotations

from typing import Any

from shared.domain.messages import message

OPERATOR = frozenset({"platform_operator"})


@message
class RebuildView:
    """Make a view again from the first event."""

    view: str


@message
class ViewRebuilt:
    """events: how many were read."""

    view: str
    events: int


@message
class ListTenants:
    """The associations this service has events of."""


@message
class TenantList:
    """Sorted."""

    tenants: tuple[str, ...]


@message
class ReadLag:
    """How far each follower is behind the tenant's log."""


@message
class FollowerLag:
    """position: done so far; head: the last event."""

    tenant: str
    follower: str
    position: int
    head: int


@message
class LagReport:
    """One row a follower and tenant."""

    followers: tuple[FollowerLag, ...]


@message
class ReadParked:
    """The contracts that could not be applied, and those waiting behind them."""


@message
class ParkedContract:
    """reason: a refusal's code, the kind of an error, or `waits_behind`."""

    tenant: str
    case_key: str
    publisher: str
    contract: str
    sequence: int
    reason: str
    attempts: int


@message
class ParkedReport:
    """Oldest first."""

    contracts: tuple[ParkedContract, ...]


@message
class ReplayParked:
    """Apply what waits for a case, in order."""

    case_key: str


@message
class ReplayReport:
    """applied: how many; waits: why the next one still waits."""

    applied: int
    waits: str | None


@message
class DiscardParked:
    """Give up on one waiting contract, on record."""

    case_key: str
    sequence: int


@message
class DiscardReport:
    """Whether it was there."""

    discarded: bool


QUERIES: tuple[tuple[type[Any], type[Any]], ...] = (
    (RebuildView, ViewRebuilt),
    (ListTenants, TenantList),
    (ReadLag, LagReport),
    (ReadParked, ParkedReport),
    (ReplayParked, ReplayReport),
    (DiscardParked, DiscardReport),
)
