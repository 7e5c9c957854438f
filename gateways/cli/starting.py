"""Starting an embedded platform and loading the associations it comes with."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import click

from gateways.cli.tenants import add_association
from gateways.client import PlatformClient
from services.embedded import EmbeddedPlatform
from services.governance.entrypoints.association_yaml import read
from shared.clock import Clock
from shared.domain.refusals import Refused
from shared.identity import signing_key
from shared.settings import Settings
from shared.telemetry.setting_up import configure

POLICIES = Path(__file__).parents[2] / "deploy" / "policies"


@contextmanager
def running(settings: Settings, clock: Clock) -> Iterator[tuple[EmbeddedPlatform, PlatformClient]]:
    """An embedded platform that serves until the block ends; it says only what is wrong."""
    configure("embedded", settings, readable=True, least=logging.WARNING)
    platform = EmbeddedPlatform(settings, clock)
    platform.start()
    try:
        with closing(PlatformClient(platform.url, signing_key(settings.keys))) as client:
            yield platform, client
    finally:
        platform.stop()


def load_associations(client: PlatformClient, only: Sequence[str] = (), folder: Path = POLICIES) -> list[str]:
    """Load every association file, or those named; loading again changes nothing. Gives their names.

    Raises SanadError, naming the file; one that was edited since its association joined is told of, and left.
    """
    files = [file for file in sorted(folder.glob("*.yaml")) if not only or file.stem in only]
    return [_loaded(client, file) for file in files]


def _loaded(client: PlatformClient, file: Path) -> str:
    try:
        return add_association(client, file)
    except Refused as refused:
        if refused.code != "association_already_registered":
            raise Refused(refused.code, en=f"{file.name}: {refused.en}", ar=f"{file.name}: {refused.ar}") from None
    # What an association has adopted is changed by its own commands, not by a file.
    click.echo(f"{file.name} has changed since its association joined, and is not read again.", err=True)
    return read(file.read_bytes()).tenant
