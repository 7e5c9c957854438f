"""What an operator may ask of any service: how far its followers are, what waits, and to make a view again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from shared.application.application import permit
from shared.domain.actor import Actor
from shared.domain.messages import message
from shared.domain.refusals import NotFound
from shared.hosting.runtime import ServiceRuntime

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


@dataclass(frozen=True, slots=True)
class Operations:
    """Answers operators over a service's runtime; he sees counts and codes, never content."""

    runtime: ServiceRuntime

    def ask(self, query: Any, actor: Actor) -> Any:
        """Answer an operator; raises Forbidden for anybody else."""
        permit(actor, OPERATOR)
        answers: Mapping[type[Any], Callable[[Any, Actor], Any]] = {
            RebuildView: self._rebuild,
            ListTenants: self._tenants,
            ReadLag: self._lag,
            ReadParked: self._parked,
            ReplayParked: self._replay,
            DiscardParked: self._discard,
        }
        return answers[type(query)](query, actor)

    def _rebuild(self, query: RebuildView, _actor: Actor) -> ViewRebuilt:
        views, log = self.runtime.infrastructure.views, self.runtime.infrastructure.log
        if query.view not in views.views:
            raise NotFound("no_such_view", en="There is no such view.", ar="لا يوجد عرض بهذا الاسم.")
        return ViewRebuilt(view=query.view, events=views.rebuild(query.view, log))

    def _tenants(self, _query: ListTenants, _actor: Actor) -> TenantList:
        return TenantList(tenants=tuple(self.runtime.infrastructure.log.tenants()))

    def _lag(self, _query: ReadLag, actor: Actor) -> LagReport:
        head = self.runtime.infrastructure.log.head(actor.tenant)
        return LagReport(
            followers=tuple(
                FollowerLag(tenant=actor.tenant, follower=one.name, position=one.position(actor.tenant), head=head)
                for one in self.runtime.runner.followers
            )
        )

    def _parked(self, _query: ReadParked, actor: Actor) -> ParkedReport:
        return ParkedReport(
            contracts=tuple(
                ParkedContract(
                    tenant=one.envelope.tenant,
                    case_key=one.case_key,
                    publisher=one.envelope.service,
                    contract=one.envelope.type,
                    sequence=one.envelope.sequence,
                    reason=one.reason,
                    attempts=one.attempts,
                )
                for one in self.runtime.parking.parked(actor.tenant)
            )
        )

    def _replay(self, query: ReplayParked, actor: Actor) -> ReplayReport:
        outcome = self.runtime.parking.replay(actor.tenant, query.case_key)
        return ReplayReport(applied=outcome.applied, waits=outcome.waits)

    def _discard(self, query: DiscardParked, actor: Actor) -> DiscardReport:
        done = self.runtime.parking.discard(actor.tenant, query.case_key, query.sequence, actor.ref)
        return DiscardReport(discarded=done)
