"""`tenant add`: an association joins by one file, through governance commands and nothing else."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import click

from gateways.cli.speaking import platform, refusals_shown
from gateways.client import PlatformClient, Unavailable
from services.catalogue import NAMES
from services.governance.domain.association_file import AssociationFile
from services.governance.domain.loading import LoadingStep, loading, registration
from services.governance.entrypoints.association_yaml import read
from shared import codec
from shared.domain.actor import Actor

ROLES = {
    "platform_operator": ("operator", "platform_operator"),
    "drafter": ("staff", "governance_officer"),
    "recorder": ("staff", "governance_officer"),
}
PATIENCE = 30.0


@click.group()
def tenant() -> None:
    """Associations on this platform."""


@tenant.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_context
def add(context: click.Context, file: Path) -> None:
    """Add the association a YAML file describes; adding it again changes nothing."""
    with refusals_shown():
        click.echo(f"{add_association(platform(context), file)}: in force everywhere.")


def add_association(client: PlatformClient, path: Path) -> str:
    """Load a file and wait until every service works by its rules; gives the tenant's id. Raises SanadError."""
    file = read(path.read_bytes())
    _tell(client, file, registration(file))
    known = client.ask(_reader(file), "governance.ReadAssociation", {})
    if known["onboarded_from"] != file.sha256:
        for step in loading(file, date.fromisoformat(known["registered_on"]))[1:]:
            _tell(client, file, step)
    _wait_until_adopted(client, file)
    return file.tenant


def _tell(client: PlatformClient, file: AssociationFile, step: LoadingStep) -> None:
    kind, role = ROLES[step.by]
    actor = Actor(tenant=file.tenant, kind=kind, ref=f"onboarding-{step.by}", roles=frozenset({role}))
    name = f"governance.{type(step.command).__name__}"
    client.tell(actor, name, codec.to_words(step.command), step.command_id)


def _reader(file: AssociationFile) -> Actor:
    return Actor(tenant=file.tenant, kind="staff", ref="onboarding-drafter", roles=frozenset({"governance_officer"}))


def _wait_until_adopted(client: PlatformClient, file: AssociationFile) -> None:
    reader = _reader(file)
    until = time.monotonic() + PATIENCE
    waiting = [name for name in NAMES if name != "governance"]
    while waiting and time.monotonic() < until:
        standing = {name: client.ask(reader, f"{name}.ReadStanding", {}) for name in waiting}
        waiting = [
            name
            for name, told in standing.items()
            if not (told["policy_version"] and told["calendar_version"] and told["service_codes"])
        ]
        time.sleep(0.02 if waiting else 0)
    if waiting:
        raise Unavailable(f"{', '.join(waiting)} did not take over the rules in {PATIENCE:.0f} s")


COMMANDS = (tenant,)
