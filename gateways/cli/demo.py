"""The demonstration: a temporary platform, a complete case for each association, and its history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from gateways.cli.starting import load_associations, running
from gateways.cli.telling import case_table
from gateways.rehearsal.case import whole_case
from gateways.rehearsal.story import Story
from shared.application.situation import RIYADH
from shared.clock import AdjustableClock
from shared.settings import Settings

# A Sunday, the 26th of Ramadan 1447: Eid falls into a window of working days that begins here.
BEGINS = datetime(2026, 3, 15, 9, 0, tzinfo=RIYADH)


def run(only: Sequence[str], keep: Path | None) -> None:
    """Run the demonstration, for some associations or for all."""
    console = Console(width=150)
    with TemporaryDirectory(prefix="sanad-demo-") as folder:
        data = keep or Path(folder)
        settings = Settings(data=data, keys=data / "keys", http_port=0, grpc_port=0)
        clock = AdjustableClock(BEGINS)
        with running(settings, clock) as (platform, client):
            names = load_associations(client, only)
            console.print(f"A temporary platform runs at {platform.url}; its clock says {BEGINS:%Y-%m-%d %H:%M}.")
            # Kadi first, while its window of working days still meets Eid; each case then moves the one clock on.
            for tenant in sorted(names, key=lambda name: name != "kadi"):
                console.rule(f"[bold]{tenant}")
                story = Story(client, tenant, clock.move_to, partial(show, console), watched=True)
                whole_case(story)
                console.print(case_table(story.settle()))


def show(console: Console, who: str, what: str) -> None:
    """One line of progress."""
    console.print(f"  {who:12} {what}")
