"""The demonstration: a complete case for each association, and its history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from gateways.cli.starting import POLICIES, load_associations, running
from gateways.cli.telling import case_table
from gateways.client import PlatformClient
from gateways.rehearsal.case import whole_case
from gateways.rehearsal.story import Story
from shared.application.situation import RIYADH
from shared.clock import AdjustableClock, FileClock
from shared.domain.refusals import Reason
from shared.settings import Settings

# A Sunday, the 26th of Ramadan 1447: Eid falls into a window of working days that begins here.
BEGINS = datetime(2026, 3, 15, 9, 0, tzinfo=RIYADH)
WIDTH = 150


no_such_file = Reason(
    code="unknown_association",
    en="No association of that name comes with Sanad; deploy/policies has those that do.",
    ar="لا تأتي مع سند جمعية بهذا الاسم؛ وما يأتي معه في deploy/policies.",
)
clock_not_movable = Reason(
    code="clock_not_movable",
    en="This platform keeps real time, in which Sidr may not reply for two weeks. "
    "Start one whose time can be moved, `sanad up --clock 2026-03-15T09:00:00`, or leave --running out.",
    ar="هذه المنصة على التوقيت الفعلي، ولا ترد سدر قبل أسبوعين. "
    "شغّل منصة يمكن تقديم وقتها بالأمر sanad up --clock 2026-03-15T09:00:00 أو احذف ‎--running‎.",
)


def on_a_temporary_platform(only: Sequence[str], keep: Path | None) -> None:
    """Start a platform, live the cases on it, and stop it; `keep` names a folder for its data."""
    no_such_file.unless({file.stem for file in POLICIES.glob("*.yaml")}.issuperset(only))
    console = Console(width=WIDTH)
    with TemporaryDirectory(prefix="sanad-demo-") as folder:
        data = keep or Path(folder)
        settings = Settings(data=data, keys=data / "keys", http_port=0, grpc_port=0)
        clock = AdjustableClock(BEGINS)
        with running(settings, clock) as (platform, client):
            names = load_associations(client, only)
            console.print(f"A temporary platform runs at {platform.url}; its clock says {BEGINS:%Y-%m-%d %H:%M}.")
            tell(console, client, clock.move_to, names)


def on_a_running_platform(client: PlatformClient, data: Path, only: Sequence[str]) -> None:
    """Live the cases on a platform whose data folder is at hand and whose time can be moved."""
    clock = FileClock(data / "clock")
    clock_not_movable.unless(clock.exists)
    tell(Console(width=WIDTH), client, clock.move_to, only or [file.stem for file in sorted(POLICIES.glob("*.yaml"))])


def tell(console: Console, client: PlatformClient, move_to: Callable[[datetime], None], names: Sequence[str]) -> None:
    """One case for each association, its steps as they happen and its history afterwards."""
    # Kadi first, while its window of working days still meets Eid; each case then moves the one clock on.
    for tenant in sorted(names, key=lambda name: name != "kadi"):
        console.rule(f"[bold]{tenant}")
        story = Story(client, tenant, move_to, partial(show, console), watched=True)
        whole_case(story)
        console.print(case_table(story.settle()))


def show(console: Console, who: str, what: str) -> None:
    """One line of progress."""
    console.print(f"  {who:12} {what}")
