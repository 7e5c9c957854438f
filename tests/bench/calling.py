"""A durable command through a service's gRPC door, beside an empty echo of the same bytes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import grpc

from gateways.doors import DOORS
from gateways.rehearsal.people import CONTACT_POINTS, applicant, staff, synthetic_number
from services.intake.domain.commands.reception import ReceiveVisitor
from services.intake.service import SERVICE as INTAKE
from shared.clock import SystemClock
from shared.codec import from_words
from shared.doors.client import Client
from shared.doors.server import serve
from shared.hosting.distributed import KEY_FILE, runtime_of
from shared.hosting.doors import served
from shared.identity import create_keys, issue, signing_key, verifying_key
from shared.settings import Settings
from shared.store.bell import Bell
from shared.store.grouping import GroupingLog
from shared.store.postgres_log import PostgresLog
from shared.telemetry.setting_up import configure
from shared.vault.keyring import FileKeyring
from shared.vault.postgres import open_vault
from tests.bench.crowd import CONTEXT, Kind, Operation, Times, in_processes
from tests.bench.figures import Figure
from tests.bench.material import TENANT, platform, restore
from tests.ground.postgres import create_database, private_postgres

ECHO = "/bench.Echo/Echo"
PROCESSES, THREADS = 4, 4
PAYLOAD = 52  # bytes of a ReceiveVisitor on the wire
RECEIPT = 120  # bytes of what comes back


def visitor() -> ReceiveVisitor:
    """A command without personal content."""
    return ReceiveVisitor(reception_id=str(uuid4()), channel="interview")


def registration() -> Any:
    """A command whose personal content goes to the vault: who he is, his numbers, how to reach him."""
    person = applicant(TENANT)
    identity = {"kind": "national_id", "number": synthetic_number(uuid4())}
    words = {"kind": person.kind, "profile": dict(person.profile), "identity": identity}
    points = list(CONTACT_POINTS)
    register = DOORS["intake"].by_name["RegisterBeneficiary"]
    return from_words(register, {"beneficiary_id": str(uuid4()), "contact_points": points, **words})


def telling(address: str, token: str, sealed: int, _number: int) -> Operation:
    """One command a call, through the client every gateway uses."""
    client = Client(address, DOORS["intake"])
    make = registration if sealed else visitor
    return lambda: client.tell(make(), token, uuid4())


def echoing(address: str, token: str, _number: int) -> Operation:
    """The same number of bytes and the same metadata, with nothing behind."""
    call = grpc.insecure_channel(address).unary_unary(ECHO)
    metadata = (("authorization", f"Bearer {token}"), ("sanad-command-id", str(uuid4())))
    payload = bytes(PAYLOAD)
    return lambda: call(payload, metadata=metadata)


def serve_intake(settings: Settings, started: Any, until: Any) -> None:
    """Intake's serving process, as `serve` runs it."""
    with open(os.devnull, "wb") as nowhere:  # its line for each command is written, and read by nobody
        os.dup2(nowhere.fileno(), sys.stderr.fileno())
    configure("intake-serve", settings)
    bell = Bell(settings.database_url)
    runtime = runtime_of(INTAKE, settings, SystemClock(), grouping=GroupingLog, announce=bell.ring)
    bell.start()
    key, clock = verifying_key(settings.keys), SystemClock()
    listening = serve([served(runtime)], verifying_key=key, clock=clock.now, address="127.0.0.1:0")
    started.put(listening.port)
    until.wait()
    listening.stop()
    bell.stop()


def serve_echo(started: Any, until: Any) -> None:
    """A server of as many threads that answers at once."""
    handler = grpc.unary_unary_rpc_method_handler(lambda _request, _context: bytes(RECEIPT))
    server = grpc.server(ThreadPoolExecutor(16))
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler("bench.Echo", {"Echo": handler}),))
    started.put(server.add_insecure_port("127.0.0.1:0"))
    server.start()
    until.wait()
    server.stop(None)


@contextmanager
def process(target: Any, *arguments: Any) -> Iterator[str]:
    """A server in a process of its own; gives its address."""
    started, until = CONTEXT.SimpleQueue(), CONTEXT.Event()
    child = CONTEXT.Process(target=target, args=(*arguments, started, until), daemon=True)
    child.start()
    yield f"127.0.0.1:{started.get()}"
    until.set()
    child.join()


def settled(folder: Path, server: str) -> Settings:
    """Settings of an intake that knows one association's rules."""
    create_keys(folder)
    keyring = FileKeyring(folder / KEY_FILE, create=True)
    settings = Settings(keys=folder, database_url=create_database(server), vault_url=create_database(server))
    open_vault(settings.vault_url, keyring, SystemClock().now).close()
    with platform() as place:
        rows = place.rows()["intake"]
    with closing(PostgresLog(settings.database_url)) as log:
        log.create()
        restore(log, rows)
    return settings


def command() -> Iterator[Figure]:
    """Sixteen clients at once, in four processes; both servers are there all the time."""
    with (
        private_postgres(durable=True) as server,
        TemporaryDirectory(prefix="sanad-bench-") as folder,
        process(serve_echo) as echoes,
    ):
        settings = settled(Path(folder), server.url)
        token = issue(staff(TENANT, "officer-1"), signing_key(settings.keys), datetime.now(UTC))
        with process(serve_intake, settings) as intake:
            kinds: list[Kind] = [(echoing, (echoes, token)), *((telling, (intake, token, sealed)) for sealed in (0, 1))]
            echo, plain, sealing = in_processes(kinds, PROCESSES, threads=THREADS, seconds=1.0)
    yield _beside_echo("without personal content", plain, echo, 0.5)
    yield _beside_echo("with personal content to seal", sealing, echo, None)


def _beside_echo(what: str, own: Times, echo: Times, floor: float | None) -> Figure:
    told = f"{own.rate:.0f}/s, p50 {own.within(0.5):.1f}, p99 {own.within(0.99):.1f} ms; echo {echo.rate:.0f}/s"
    return Figure(
        what=f"gRPC command {what}, 16 clients : empty echo", told=told, value=own.rate / echo.rate, floor=floor
    )
