"""`tell`, `ask` and `describe`: the platform's whole language from the command line."""

from __future__ import annotations

from typing import IO
from uuid import UUID, uuid4

import click

from gateways.cli.speaking import actor, as_option, json_option, message_name, platform, refusals_shown, shown


@click.command()
@click.argument("tenant")
@click.argument("command", metavar="SERVICE.Command")
@as_option
@json_option
@click.option("--command-id", type=click.UUID, default=None, help="Repeat an earlier command safely.")
@click.pass_context
def tell(
    context: click.Context, tenant: str, command: str, as_: str, source: IO[bytes] | None, command_id: UUID | None
) -> None:
    """Carry out a command and print its receipt; a refusal exits with 2."""
    with refusals_shown():
        body = source.read() if source else b"{}"
        shown(platform(context).tell_raw(actor(tenant, as_), message_name(command), body, command_id or uuid4()))


@click.command()
@click.argument("tenant")
@click.argument("query", metavar="SERVICE.Query")
@as_option
@json_option
@click.pass_context
def ask(context: click.Context, tenant: str, query: str, as_: str, source: IO[bytes] | None) -> None:
    """Ask a question and print the answer."""
    with refusals_shown():
        body = source.read() if source else b"{}"
        shown(platform(context).ask_raw(actor(tenant, as_), message_name(query), body))


@click.command()
@click.argument("name", metavar="SERVICE.Command|Query", required=False)
@click.pass_context
def describe(context: click.Context, name: str | None) -> None:
    """The JSON Schema of a command or query; without a name, the list of all."""
    with refusals_shown():
        shown(platform(context).describe(message_name(name) if name else None))


COMMANDS = (tell, ask, describe)
