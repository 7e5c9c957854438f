"""The doctor's report: services, followers behind, contracts parked, for every association loaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from gateways.cli.speaking import actor
from gateways.client import PlatformClient

# Events: fewer are on their way on any busy day.
BEHIND = 100

METRICS = (
    "sanad_follower_events_behind",
    "sanad_follower_tenants_behind",
    "sanad_parked_contracts",
    "sanad_parked_cases",
    "sanad_commands_total",
    "sanad_command_duration_seconds",
)


def report(client: PlatformClient) -> bool:
    """Print the report; whether all is well. Raises SanadError, or Unavailable when nothing answers."""
    console = Console()
    ready = client.ready()["services"]
    services = Table("Service", "Answers", title="Services")
    for name, answers in ready.items():
        services.add_row(name, "yes" if answers else "NO")
    console.print(services)
    names = [name for name, answers in ready.items() if answers and name != "audit"]
    behind = list(_behind(client, names))
    parked = list(_parked(client, names))
    _print(console, "Behind", ("Association", "Service", "Follower", "Position", "Head"), behind)
    _print(console, "Parked", ("Association", "Service", "Case", "Contract", "Reason"), parked)
    console.print("The same, all the time, at /metrics: " + ", ".join(METRICS), style="dim")
    return all(ready.values()) and not behind and not parked


def tenants(client: PlatformClient, service: str) -> Sequence[str]:
    """The associations a service knows."""
    told: Sequence[str] = client.ask(actor("-", "platform_operator:doctor"), f"{service}.ListTenants", {})["tenants"]
    return told


def _asked(client: PlatformClient, services: Sequence[str], query: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for service in services:
        for tenant in tenants(client, service):
            yield tenant, service, client.ask(actor(tenant, "platform_operator:doctor"), f"{service}.{query}", {})


def _behind(client: PlatformClient, services: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for tenant, service, told in _asked(client, services, "ReadLag"):
        for one in told["followers"]:
            if one["head"] - one["position"] > BEHIND:
                yield tenant, service, one["follower"], str(one["position"]), str(one["head"])


def _parked(client: PlatformClient, services: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for tenant, service, told in _asked(client, services, "ReadParked"):
        for one in told["contracts"]:
            yield tenant, service, one["case_key"], one["contract"], one["reason"]


def _print(console: Console, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    if not rows:
        console.print(f"{title}: nothing.")
        return
    table = Table(*heads, title=title)
    for row in rows:
        table.add_row(*row)
    console.print(table)
