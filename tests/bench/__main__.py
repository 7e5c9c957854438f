"""`python -m tests.bench [NAME…]`: the measurements, all or some, as ratios of one run on this machine."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping

from tests.bench import appending, calling, embedded, growing, lag, publishing, reading
from tests.bench.figures import HEAD, Measurement, environment

MEASUREMENTS: Mapping[str, Measurement] = {
    "append": appending.append,
    "group": appending.group,
    "slow-disk": appending.slow_disk,
    "command": calling.command,
    "contracts": publishing.contracts,
    "lag": lag.lag,
    "streams": reading.streams,
    "case": reading.case,
    "rebuild": reading.rebuild,
    "embedded": embedded.embedded,
    "growth": growing.growth,
}


def main(wanted: list[str]) -> int:
    """Measure and print."""
    if unknown := [name for name in wanted if name not in MEASUREMENTS]:
        print(f"There is no measurement called {', '.join(unknown)}; there are: {', '.join(MEASUREMENTS)}")
        return 2
    begun = time.monotonic()
    print(f"{environment()}\n\n{HEAD}", flush=True)
    for name in wanted or MEASUREMENTS:
        for figure in MEASUREMENTS[name]():
            print(figure.line(), flush=True)
    print(f"\nmeasured in {time.monotonic() - begun:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
