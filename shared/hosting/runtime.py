"""One service at work: its application, followers, consumer and rounds, over whatever infrastructure it is given."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from eventsourcing.persistence import Tracking

from shared.application.application import Asked
from shared.application.infrastructure import Infrastructure
from shared.application.service import Service
from shared.bus.bus import Bus
from shared.bus.consumer import Consumer
from shared.bus.parked import ParkedContracts
from shared.bus.parking import Parking
from shared.bus.publisher import Publisher
from shared.bus.publishing import Publishing
from shared.bus.reaction import Reaction
from shared.bus.record import ParkingRecord
from shared.bus.sources import Sources
from shared.followers.filling import filling
from shared.followers.follower import Follower
from shared.followers.runner import FollowerRunner
from shared.followers.wake import Wake
from shared.hosting.rounds import Rounds
from shared.hosting.timer import Timer, system
from shared.store.log import Receipt

# Long after any command has ended: what is still pending then belongs to one that died on the way.
ORPHAN_AGE = timedelta(minutes=10)


def publishing_of(service: Service) -> Publishing:
    """How the service's events are said in public."""
    return Publishing(service=service.name, decode=service.catalogue.decode, publish=service.publish)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rests:
    """Seconds that followers of each kind pause after a page, so that under load they take many events at once."""

    views: float = 0.0
    effects: float = 0.0
    publishing: float = 0.0


class ServiceRuntime:
    """Everything of a service but its door. `contracts`: type -> payload class of all that may arrive; `poll`: seconds
    between the followers' looks for what no signal told them of.
    """

    def __init__(
        self,
        service: Service,
        infrastructure: Infrastructure,
        *,
        bus: Bus,
        sources: Sources,
        parked: ParkedContracts,
        contracts: Mapping[str, type[Any]],
        wake: Wake,
        poll: float = 0.05,
        rests: Rests = Rests(),
    ) -> None:
        self.service = service
        self.infrastructure = infrastructure
        self.application = service.application(infrastructure)
        self.wake = wake
        self._bus = bus
        log, clock = infrastructure.log, infrastructure.clock
        reaction = Reaction(service=service.name, contracts=contracts, react=service.react, handle=self.handle)
        self.parking = Parking(parked, ParkingRecord(service.name, log, clock), reaction, clock)
        self.consumer = Consumer(
            log=log, publishers=service.listens_to, reaction=reaction, sources=sources, parking=self.parking
        )
        kinds: tuple[tuple[float, Sequence[Follower]], ...] = (
            (rests.publishing, (Publisher(log, publishing_of(service), bus),)),
            (rests.views, filling(infrastructure.views, log)),
            (rests.effects, service.effects(self.application)),
        )
        followers = [one for _, of_kind in kinds for one in of_kind]
        rest_of = {one.name: rest for rest, of_kind in kinds for one in of_kind}
        self.runner = FollowerRunner(log, followers, self.wake, interval=poll, rests=rest_of)
        name = f"catch up {service.name}"
        self._catching_up = threading.Thread(target=self.consumer.catch_up, name=name, daemon=True)
        # Seconds between rounds, and the round: what is due, and what the dead have left pending.
        self.rounds = ((1.0, Timer(service, self.application).tick), (60.0, self.sweep))
        rounds = (*self.rounds, (1.0, self.consumer.settle))
        self._rounds = [Rounds(f"{round_.__name__} {service.name}", seconds, round_) for seconds, round_ in rounds]

    def handle(
        self,
        command: Any,
        tenant: str,
        *,
        command_id: UUID,
        correlation_id: UUID,
        causation_id: UUID,
        tracking: Tracking | None,
    ) -> Receipt:
        """Carry out a command of one of our reactions, as the service itself."""
        return self.application.handle(
            Asked(
                command=command,
                actor=system(self.service.name, tenant),
                command_id=command_id,
                correlation_id=correlation_id,
                causation_id=causation_id,
                tracking=tracking,
            )
        )

    def subscribe(self) -> None:
        """Ask the bus for the contracts of those we listen to."""
        for publisher in self.service.listens_to:
            self._bus.subscribe(self.service.name, publisher, self.consumer.receive)

    def start(self) -> None:
        """Follow, catch up with what was published while we were away, and watch the time."""
        self.runner.start()
        self._catching_up.start()
        for rounds in self._rounds:
            rounds.start()

    def sweep(self) -> None:
        """Settle sealed content whose command died between keeping it and storing its events."""
        log = self.infrastructure.log
        self.infrastructure.vault.sweep(
            ORPHAN_AGE, lambda tenant, _service, id_: log.receipt(tenant, id_) is not None, self.service.name
        )

    def stop(self) -> None:
        """Stop after the work in hand."""
        for rounds in self._rounds:
            rounds.stop()
        self.runner.stop()
        if self._catching_up.is_alive():
            self._catching_up.join(10)
        self.consumer.settle()
