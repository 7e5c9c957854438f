"""How an operator is answered: from the counts and codes of a service at work, never from content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from shared.application.application import permit
from shared.domain.actor import Actor
from shared.domain.refusals import NotFound
from shared.hosting.operator_questions import (
    OPERATOR,
    DiscardParked,
    DiscardReport,
    FollowerLag,
    LagReport,
    ListTenants,
    ParkedContract,
    ParkedReport,
    ReadLag,
    ReadParked,
    RebuildView,
    ReplayParked,
    ReplayReport,
    TenantList,
    ViewRebuilt,
)
from shared.hosting.runtime import ServiceRuntime


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
