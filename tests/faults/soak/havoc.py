"""Something dies every few seconds, and a supervisor starts it again at once."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from tests.ground.process import Process, listens, wait_until
from tests.ground.rabbitmq import RabbitMQ
from tests.journeys.distributed import Distributed

PATIENCE = 120.0
BROKER, DATABASE = "broker", "database"
DOOR = "intake serve"
"""The busiest door: when it dies callers feel it, which by chance alone none may in a short run."""


@dataclass(slots=True, kw_only=True)
class Strike:
    """Who was ended, how, when (monotonic), and after how many seconds it answered again; None: not in time."""

    who: str
    how: str
    at: float
    seconds: float | None = None


@dataclass(slots=True)
class Havoc:
    """Strikes at random, one strike after the other; broker, busiest door and database are sure of one in between."""

    platform: Distributed
    broker: RabbitMQ
    chance: random.Random
    every: float
    strikes: list[Strike] = field(default_factory=list)
    ended_by_themselves: list[str] = field(default_factory=list)
    _recoveries: list[Future[None]] = field(default_factory=list)
    _struck: set[str] = field(default_factory=set)

    def rage(self, seconds: float, over: threading.Event) -> None:
        """Strike until the time is up; returns when all has recovered or `PATIENCE` is at its end."""
        until, number = time.monotonic() + seconds, 0
        strikes = seconds / self.every
        special = {int(strikes / 3): BROKER, int(strikes / 2): DOOR, int(strikes * 2 / 3): DATABASE}
        watch = threading.Thread(target=self._supervise, args=(over,), daemon=True)
        watch.start()
        with ThreadPoolExecutor(8) as crew:
            while not over.wait(self.every) and time.monotonic() < until:
                who = special.get(number) or self.chance.choice(self.platform.names())
                self._recoveries.append(crew.submit(self._strike, who))
                number += 1
        over.set()
        watch.join()
        for recovery in self._recoveries:
            recovery.result()

    def _strike(self, who: str) -> None:
        if who in self._struck:  # it is still on its way back
            return
        self._struck.add(who)
        strike = Strike(who=who, how="kill -9", at=time.monotonic())
        self.strikes.append(strike)
        try:
            back = self._end(who, strike)
            wait_until(back, who, seconds=PATIENCE, every=0.1)
            strike.seconds = time.monotonic() - strike.at
        except TimeoutError:
            pass
        finally:
            self._struck.discard(who)

    def _end(self, who: str, strike: Strike) -> Callable[[], bool]:
        if who == BROKER:
            self.broker.kill()
            self.broker.start()
            return lambda: True
        if who == DATABASE:
            strike.how = "immediate shutdown"
            self.platform.server.stop_at_once()
            self.platform.server.start()
            return lambda: True
        process = self.platform.process(who)
        process.kill()
        return self._start(who, process)

    def _start(self, who: str, process: Process) -> Callable[[], bool]:
        """Start it again; gives what tells whether it is at work."""
        before = len(process.log)
        process.start()
        port = self.platform.ports[who.split()[0]]
        if who.endswith(" work"):
            return lambda: "worker_started" in process.log[before:] or self._again(who, process)
        return lambda: listens(port) or self._again(who, process)

    def _again(self, who: str, process: Process) -> bool:
        """Start what has ended by itself, e.g. because the database was away when it began; false in any case."""
        if not process.running:
            self.ended_by_themselves.append(who)
            process.start()
        return False

    def _supervise(self, over: threading.Event) -> None:
        while not over.wait(0.5):
            for who in self.platform.names():
                if who not in self._struck:
                    self._again(who, self.platform.process(who))
