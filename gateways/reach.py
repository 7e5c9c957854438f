"""How a gateway reaches the services: one client a door, and a fresh token for whoever it speaks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from shared.clock import Clock
from shared.domain.actor import Actor
from shared.domain.refusals import NotFound
from shared.doors.client import Client
from shared.doors.door import Door
from shared.identity import issue


class Reach:
    """Clients to the services, opened once their addresses (name -> host:port) are known."""

    def __init__(self, doors: Mapping[str, Door], addresses: Mapping[str, str] | None = None) -> None:
        self._doors = doors
        self.addresses: dict[str, str] = {}
        self._clients: dict[str, Client] = {}
        self.open(addresses or {})

    def open(self, addresses: Mapping[str, str]) -> None:
        """Add clients, or exchange them for those of a new address."""
        left = [self._clients[name] for name in addresses if name in self._clients]
        self.addresses |= addresses
        self._clients |= {name: Client(address, self._doors[name]) for name, address in addresses.items()}
        for client in left:
            client.close()

    def client(self, service: str) -> Client:
        """The client of a service; raises NotFound for a name that is none."""
        if service not in self._clients:
            raise NotFound("no_such_service", en="There is no such service.", ar="لا توجد خدمة بهذا الاسم.")
        return self._clients[service]

    def message(self, service: str, name: str) -> type[Any]:
        """The class of a command or query; raises NotFound."""
        self.client(service)
        found = self._doors[service].by_name.get(name)
        if found is None:
            raise NotFound("no_such_message", en="This service does not answer that.", ar="هذه الخدمة لا تجيب هذا.")
        return found

    def close(self) -> None:
        """Hang up everywhere."""
        for client in self._clients.values():
            client.close()


class OnBehalf:
    """Asks services in the name of an actor whose token was already verified."""

    def __init__(self, reach: Reach, key: Ed25519PrivateKey, clock: Clock) -> None:
        self._reach = reach
        self._key = key
        self._clock = clock

    def ask(self, service: str, query: Any, actor: Actor) -> Any:
        """The answer, or the error, the service gives this actor."""
        return self._reach.client(service).ask(query, issue(actor, self._key, self._clock.now()))
