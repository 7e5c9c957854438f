"""`python -m tests.faults.soak [--seconds N] [--seed N]`: the long run; docs/reliability.md tells of it."""

from __future__ import annotations

import argparse
import secrets
import sys
from pathlib import Path

from tests.faults.soak.report import text
from tests.faults.soak.run import Plan, run
from tests.ground.process import leashed_folder
from tests.ground.rabbitmq import private_rabbitmq

PAGE = Path(__file__).parents[3] / "docs" / "reliability.md"


def main() -> int:
    """Run, write, and say whether anything was found."""
    words = argparse.ArgumentParser(prog="python -m tests.faults.soak")
    words.add_argument("--seconds", type=float, default=600.0)
    words.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    given = words.parse_args()
    print(f"seed {given.seed}, {given.seconds:.0f} s of load", flush=True)
    with private_rabbitmq() as broker, leashed_folder("soak") as folder:
        outcome = run(folder, broker, Plan(seconds=given.seconds, seed=given.seed))
    PAGE.write_text(text(outcome))
    print("\n".join(outcome.faults[:50]) or "Nothing was found that must not be.")
    print(f"{PAGE.relative_to(Path.cwd())} says more." if PAGE.is_relative_to(Path.cwd()) else str(PAGE))
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
