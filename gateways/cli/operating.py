"""`up`, `doctor`, `rebuild` and `demo`: running the platform, looking after it, and seeing it at work."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from gateways.cli import demo as demonstration
from gateways.cli import signing_in, speaking
from gateways.cli.first_staff import enter_first_staff
from gateways.cli.health import report, tenants
from gateways.cli.speaking import REFUSED, UNAVAILABLE, actor, fail, platform, refusals_shown, shown
from gateways.cli.starting import load_associations, running
from gateways.portal.first_accounts import first_accounts
from services.embedded import DataFolderInUse
from shared.application.situation import RIYADH
from shared.clock import Clock, FileClock, SystemClock
from shared.doors.server import AddressTaken
from shared.telemetry.setting_up import log

# Zero asks for one that is free.
PORT = click.IntRange(0, 65535)


@click.command()
@click.option("--data", type=click.Path(path_type=Path), default=Path("data"), show_default=True)
@click.option("--http-port", type=PORT, default=8080, show_default=True)
@click.option("--grpc-port", type=PORT, default=50051, show_default=True)
@click.option("--clock", "start", type=click.DateTime(), default=None, help="Begin then (Riyadh), for rehearsals.")
def up(data: Path, http_port: int, grpc_port: int, start: datetime | None) -> None:
    """Run the whole platform in one process, with the associations of deploy/policies loaded."""
    folder_of_ours(data)
    keys = Path(os.environ.get("SANAD_KEYS", data / "keys"))
    settings = replace(speaking.settings(), data=data, keys=keys, http_port=http_port, grpc_port=grpc_port)
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    clock = rehearsal_clock(data, start)
    with refusals_shown(), not_twice(data), running(settings, clock) as (started, client):
        load_associations(client)
        associations = sorted(tenants(client, "governance"))
        click.echo(f"Sanad is running.\n  web   {started.url}\n  gRPC  {started.grpc}\n  data  {data.resolve()}")
        click.echo("  associations  " + ", ".join(associations))
        signing_in.tell(first_accounts(settings, associations))
        enter_first_staff(client, associations)
        click.echo(f"Try: {own_name()} doctor · {own_name()} describe · make demo · Ctrl-C stops it.")
        sys.stdout.flush()
        log(readable=True)
        stopping.wait()
        click.echo("Stopping.")


def own_name() -> str:
    """What is to be typed to call this command again: its name where that is found, else where it lies."""
    if shutil.which("sanad"):
        return "sanad"
    called = Path(sys.argv[0])
    return str(called.relative_to(Path.cwd()) if called.is_relative_to(Path.cwd()) else called)


def rehearsal_clock(data: Path, start: datetime | None) -> Clock:
    """The machine's clock; or, for data that began at another time, one that keeps its shift across restarts."""
    shifted = FileClock(data / "clock")
    if shifted.exists:
        return shifted
    if start is None:
        return SystemClock()
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    shifted.begin_at(start.replace(tzinfo=RIYADH))
    return shifted


@contextmanager
def not_twice(data: Path) -> Iterator[None]:
    """Say plainly when the data folder, or an address, belongs to another platform."""
    try:
        yield
    except DataFolderInUse:
        fail(
            UNAVAILABLE,
            "data_folder_in_use",
            en=f"Another platform runs on {data}.",
            ar=f"تعمل منصة أخرى على المجلد {data}.",
        )
    except AddressTaken as taken:
        fail(
            UNAVAILABLE,
            "address_in_use",
            en=f"{taken}; choose another with --http-port, --grpc-port.",
            ar="العنوان مشغول؛ اختر غيره بالخيارين --http-port و--grpc-port.",
        )


def folder_of_ours(folder: Path) -> None:
    """Make a folder; ends the process where there can be none, or none to write in."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
        fail(
            REFUSED,
            "folder_unusable",
            en=f"{folder} is no folder to write in, and none can be made there.",
            ar=f"ليس {folder} مجلدًا تمكن الكتابة فيه، ولا يمكن إنشاؤه هناك.",
        )


@click.command()
@click.pass_context
def doctor(context: click.Context) -> None:
    """What is running, what is behind, what is parked; exits 1 if anything needs attention."""
    with refusals_shown():
        well = report(platform(context))
    sys.exit(0 if well else 1)


@click.command()
@click.argument("view", metavar="SERVICE.VIEW")
@click.pass_context
def rebuild(context: click.Context, view: str) -> None:
    """Make a view again from the first event, for all tenants."""
    service, _, name = view.partition(".")
    with refusals_shown():
        shown(platform(context).ask(actor("-", "platform_operator:local"), f"{service}.RebuildView", {"view": name}))


@click.command()
@click.option("--association", "only", multiple=True, help="Only these, e.g. kadi; all five when left out.")
@click.option("--keep", type=click.Path(path_type=Path), default=None, help="Keep the temporary platform's data here.")
@click.option("--running", "data", type=click.Path(path_type=Path), default=None, help="Use the platform on this data.")
@click.pass_context
def demo(context: click.Context, only: tuple[str, ...], keep: Path | None, data: Path | None) -> None:
    """One complete case for each association, on a temporary platform or a running one, and then its history."""
    if keep:
        folder_of_ours(keep)
    with refusals_shown():
        if data is None:
            demonstration.on_a_temporary_platform(only, keep)
        else:
            demonstration.on_a_running_platform(platform(context), data, only)


COMMANDS = (up, doctor, rebuild, demo)
