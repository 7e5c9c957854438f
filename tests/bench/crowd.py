"""Many at once: the same operation in processes or in threads, each call timed."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

Operation = Callable[[], object]
Kind = tuple[Callable[..., Operation], Sequence[Any]]
"""What makes the operation in a process, and its arguments; the number of the process comes last."""

SECONDS = 1.5
# A server that forks before any thread, connection or gRPC channel exists: its children start clean and fast.
CONTEXT = get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.bench.appending", "tests.bench.calling"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How long each call took, in seconds, and for how long calls were made."""

    calls: Sequence[float]
    seconds: float

    @property
    def rate(self) -> float:
        """Calls a second."""
        return len(self.calls) / self.seconds

    def within(self, share: float) -> float:
        """Milliseconds within which this share of the calls ended."""
        return sorted(self.calls)[min(len(self.calls) - 1, int(share * len(self.calls)))] * 1000

    def __add__(self, other: Times) -> Times:
        return Times(calls=[*self.calls, *other.calls], seconds=self.seconds + other.seconds)


def repeated(operation: Operation, seconds: float = SECONDS) -> Times:
    """One caller's calls, one after the other, after a few that are not counted."""
    for _ in range(5):
        operation()
    return Times(calls=_calls(operation, seconds), seconds=seconds)


def in_turns(*operations: Operation, seconds: float = 2 * SECONDS) -> list[Times]:
    """One caller's calls of several operations, call beside call, so that what else the machine does meets them all
    alike."""
    calls: list[list[float]] = [[] for _ in operations]
    until = time.perf_counter() + 0.1 * seconds
    for kept in ([[] for _ in operations], calls):
        while (now := time.perf_counter()) < until:
            for operation, times in zip(operations, kept, strict=True):
                operation()
                times.append((after := time.perf_counter()) - now)
                now = after
        until += seconds
    return [Times(calls=times, seconds=sum(times)) for times in calls]


def in_threads(operation: Operation, threads: int, seconds: float = SECONDS) -> Times:
    """Calls of one process."""
    with ThreadPoolExecutor(threads) as pool:
        for _ in pool.map(lambda _: operation(), range(4 * threads)):
            pass
        parts = list(pool.map(lambda _: _calls(operation, seconds), range(threads)))
    return Times(calls=[call for part in parts for call in part], seconds=seconds)


def in_processes(
    kinds: Sequence[Kind], processes: int, *, threads: int = 1, seconds: float = 0.5, rounds: int = 4
) -> list[Times]:
    """Calls of many processes at once, kind beside kind: the kinds take turns, so that what else the machine does
    meets them all alike. Gives the times of each kind."""
    barrier, results = CONTEXT.Barrier(processes), CONTEXT.SimpleQueue()
    turns = Turns(threads=threads, seconds=seconds, rounds=rounds)
    crowd = [
        CONTEXT.Process(target=_take_part, args=(kinds, number, turns, barrier, results), daemon=True)
        for number in range(processes)
    ]
    for one in crowd:
        one.start()
    parts = [results.get() for _ in crowd]
    for one in crowd:
        one.join()
    if any(part is None for part in parts):
        raise RuntimeError("a measuring process failed")
    return [
        Times(calls=[call for part in parts for call in array("d", part[n])], seconds=seconds * rounds)
        for n in range(len(kinds))
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """How a process spends its time: so many threads, so many seconds of each kind, so many times around."""

    threads: int
    seconds: float
    rounds: int


def _take_part(kinds: Sequence[Kind], number: int, turns: Turns, barrier: Any, results: Any) -> None:
    try:
        results.put([times.tobytes() for times in _taken(kinds, number, turns, barrier)])
    except BaseException:
        barrier.abort()
        results.put(None)
        raise


def _taken(kinds: Sequence[Kind], number: int, turns: Turns, barrier: Any) -> list[array[float]]:
    operations = [make(*arguments, number) for make, arguments in kinds]
    times = [array("d") for _ in operations]
    with ThreadPoolExecutor(turns.threads) as pool:
        for operation in operations:
            list(pool.map(lambda _, run=operation: run(), range(4 * turns.threads)))
        for _ in range(turns.rounds):
            for operation, kept in zip(operations, times, strict=True):
                barrier.wait()
                parts = pool.map(lambda _, run=operation: _calls(run, turns.seconds), range(turns.threads))
                kept.extend(call for part in parts for call in part)
    return times


def _calls(operation: Operation, seconds: float) -> list[float]:
    times: list[float] = []
    until = (now := time.perf_counter()) + seconds
    while now < until:
        operation()
        times.append((after := time.perf_counter()) - now)
        now = after
    return times
