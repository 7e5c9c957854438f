"""How much memory each process holds, sampled, and whether it stays flat."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, linear_regression

from tests.journeys.distributed import Distributed

WARM_UP = 60.0
SHORTEST = 90.0
STEEPEST = 2.0
RULE = f"""a process begins a new life whenever it is started. Of each life the first {WARM_UP:.0f} s are left out,
in which modules, pools and caches fill. Lives in which at least {SHORTEST:.0f} s remain are judged: a straight line is
laid through the samples of resident memory, one every two seconds (least squares), and the slopes of all lives of one
process are averaged, each by the time it was watched. Flat means that this average is at most {STEEPEST:.0f} MB a
minute."""
Samples = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One process over all its lives. megabytes: the least and the most after warm-up; slope: MB a minute."""

    who: str
    lives: int
    judged_seconds: float
    least: float
    most: float
    slope: float | None

    @property
    def flat(self) -> bool:
        """By the rule; a process that never lived long enough is not accused."""
        return self.slope is None or self.slope <= STEEPEST


class Memory:
    """Samples the resident memory of every process of a platform."""

    def __init__(self, platform: Distributed, every: float = 2.0) -> None:
        self._platform, self._every = platform, every
        self._lives: dict[str, dict[int, list[tuple[float, float]]]] = defaultdict(lambda: defaultdict(list))

    def watch(self, over: threading.Event) -> None:
        """Sample until told."""
        while not over.wait(self._every):
            for who in self._platform.names():
                pid = self._platform.process(who).pid
                if pid is not None and (megabytes := resident(pid)):
                    self._lives[who][pid].append((time.monotonic(), megabytes))

    def held(self) -> list[Held]:
        """By process."""
        return [_held(who, lives) for who, lives in sorted(self._lives.items())]


def resident(pid: int) -> float:
    """Megabytes; 0 for a process that is no more."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    return 0.0


def _held(who: str, lives: Mapping[int, Samples]) -> Held:
    warm = [[one for one in samples if one[0] > samples[0][0] + WARM_UP] for samples in lives.values()]
    judged = [samples for samples in warm if len(samples) > 2 and samples[-1][0] - samples[0][0] >= SHORTEST]
    times = [samples[-1][0] - samples[0][0] for samples in judged]
    shown = [megabytes for samples in judged or lives.values() for _, megabytes in samples]
    slopes = [linear_regression(*zip(*samples, strict=True)).slope * 60 for samples in judged]
    return Held(
        who=who, lives=len(lives), judged_seconds=sum(times), least=min(shown), most=max(shown),
        slope=fmean(slopes, weights=times) if slopes else None,
    )  # fmt: skip
