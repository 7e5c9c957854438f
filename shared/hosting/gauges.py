"""What a service at work shows of its followers and of the contracts that wait, for whoever watches it.

Associations are not told apart: that would multiply the figures by their number, and tell each passer-by at `/metrics`
how busy each of them is. How many are concerned is told; which ones, `sanad doctor` says to the operator.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack

from shared.hosting.runtime import ServiceRuntime
from shared.telemetry.gauges import Gauge, Reading

EVENTS_BEHIND = Gauge("sanad.follower.events.behind", "Events a follower has yet to apply, over all associations.")
TENANTS_BEHIND = Gauge("sanad.follower.tenants.behind", "Associations whose log a follower has yet to catch up with.")
PARKED_CONTRACTS = Gauge("sanad.parked.contracts", "Contracts that could not be applied, and those behind them.")
PARKED_CASES = Gauge("sanad.parked.cases", "Cases of which contracts wait.")


def shown(runtime: ServiceRuntime) -> Callable[[], None]:
    """Show this service's figures; gives what ends it."""
    ending = ExitStack()
    for gauge, source in (
        (EVENTS_BEHIND, lambda: _behind(runtime, sum)),
        (TENANTS_BEHIND, lambda: _behind(runtime, lambda counts: sum(count > 0 for count in counts))),
        (PARKED_CONTRACTS, lambda: _parked(runtime, 0)),
        (PARKED_CASES, lambda: _parked(runtime, 1)),
    ):
        ending.callback(gauge.read_from(source))
    return ending.close


def _behind(runtime: ServiceRuntime, over: Callable[[Iterable[int]], int]) -> list[Reading]:
    return [
        (over(by_tenant.values()), {"service": runtime.service.name, "follower": follower})
        for follower, by_tenant in runtime.runner.behind().items()
    ]


def _parked(runtime: ServiceRuntime, which: int) -> list[Reading]:
    return [(runtime.parking.count()[which], {"service": runtime.service.name})]
