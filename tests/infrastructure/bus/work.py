"""The bakery's and the kitchen's worker processes: `python -m tests.infrastructure.bus.work NAME FOLDER AMQP_URL`."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from shared.bus.worker import run_worker


def parts(name: str, folder: Path, url: str) -> Any:
    """What each of them hosts. A file `burnt-<number>` in the folder makes the kitchen refuse that loaf."""
    from shared.bus.parts import WorkerParts
    from shared.bus.publisher import Publisher
    from shared.bus.rabbit import RabbitBus
    from shared.bus.rpc_sources import RpcSources
    from shared.followers import FollowerRunner, ViewStore, Wake
    from tests.infrastructure.bus.bakery import PUBLISHING, Kitchen, ServeLoaf, burnt, decode

    def spoils(command: ServeLoaf) -> None:
        burnt.unless(not (folder / f"burnt-{command.number}").exists())

    listens_to = ("bakery",) if name == "kitchen" else ()
    service = Kitchen(
        folder,
        spoils=spoils,
        sources=RpcSources(timeout=3),
        name=name,
        publishers=listens_to,
        lives_with=lambda log: mortal(folder / f"{name}-dies", log),
        database=database.read_text() if (database := folder / f"{name}.dsn").exists() else None,
    )
    bus = RabbitBus(url, window=50)
    publishing = replace(PUBLISHING, service=name)
    return WorkerParts(
        service=name,
        log=service.log,
        publishing=publishing,
        consumer=service.consumer,
        runner=FollowerRunner(service.log, [Publisher(service.log, publishing, bus)], Wake(), page=20),
        views=ViewStore(service.engine, [], decode),
        catch_up_every=2,
        close=bus.stop,
    )


def mortal(note: Path, log: Any) -> Any:
    """A file `<name>-dies` with a number makes the process end just after the commit of so many writes, once."""
    from tests.infrastructure.bus.bakery import MortalLog

    if not note.exists():
        return log
    writes = int(note.read_text())
    note.unlink()
    return MortalLog(log, writes, after=True, die=lambda: os._exit(9))


if __name__ == "__main__":
    _, name_, folder_, url_ = sys.argv
    run_worker("tests.infrastructure.bus.work:parts", url_, name=name_, folder=Path(folder_), url=url_)
