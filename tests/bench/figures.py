"""What a measurement gives: a figure, what it stands beside, and the target it is held against."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

import psycopg2

Measurement = Callable[[], Iterator["Figure"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """what: in words; told: the measured numbers; value: held against target, which is a floor or a ceiling.

    A figure without a target is there to be looked at.
    """

    what: str
    told: str
    value: float
    unit: str = "x"
    floor: float | None = None
    ceiling: float | None = None

    @property
    def verdict(self) -> str:
        """pass, MISS, or nothing where there is no target."""
        if self.floor is None and self.ceiling is None:
            return ""
        reached = self.value >= self.floor if self.floor is not None else self.value <= (self.ceiling or 0.0)
        return "pass" if reached else "MISS"

    def line(self) -> str:
        """The figure as a row of a Markdown table."""
        target = "" if not self.verdict else f"≥ {self.floor:g}" if self.floor is not None else f"≤ {self.ceiling:g}"
        return f"| {self.what} | {self.told} | {self.value:.2f} {self.unit} | {target} | {self.verdict} |"


HEAD = "| what | measured | figure | target | |\n|---|---|---|---|---|"


def flush_milliseconds() -> float:
    """The median time this disk takes to make 8 KiB durable."""
    with TemporaryFile(dir="/tmp") as file:
        return median(_flush(file.fileno()) for _ in range(100)) * 1000


def _flush(descriptor: int) -> float:
    os.pwrite(descriptor, os.urandom(8192), 0)
    begun = time.perf_counter()
    os.fdatasync(descriptor)
    return time.perf_counter() - begun


def environment() -> str:
    """The machine and the programs, in one paragraph."""
    names = (
        line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line
    )
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"{next(names, platform.machine())}, {os.cpu_count()} cores (load before the run {load}), "
        f"{platform.platform()}, Python {platform.python_version()}, psycopg2 {version('psycopg2-binary')}, "
        f"grpcio {version('grpcio')}; a flush of 8 KiB takes {flush_milliseconds():.2f} ms"
    )


def server_version(url: str) -> str:
    """PostgreSQL's own word for itself, and whether it waits for the disk."""
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute("select current_setting('server_version'), current_setting('fsync')")
        number, fsync = cursor.fetchone() or ("?", "?")
    return f"PostgreSQL {number}, fsync {fsync}"
