"""`case` and `token`: a case's history as a table or as JSON, and a token for the JSON door."""

from __future__ import annotations

import click
from rich.console import Console

from gateways.cli.speaking import actor, as_option, platform, refusals_shown, shown
from gateways.cli.telling import case_table


@click.command()
@click.argument("tenant")
@click.argument("case_id", metavar="CASE")
@click.option("--at", default=None, metavar="TIME", help="As it stood then, e.g. 2026-03-15T09:00:00Z.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--as", "as_", default="auditor:local", show_default=True, metavar="ROLE:REF", help="Who asks.")
@click.pass_context
def case(context: click.Context, tenant: str, case_id: str, at: str | None, form: str, as_: str) -> None:
    """A case across all services, rebuilt from the logs alone, now or at any past moment."""
    with refusals_shown():
        history = platform(context).case(actor(tenant, as_), case_id, at)
        if form == "json":
            shown(history)
        else:
            Console().print(case_table(history))


@click.command()
@click.argument("tenant")
@as_option
@click.pass_context
def token(context: click.Context, tenant: str, as_: str) -> None:
    """A token for the JSON door, good for five minutes."""
    with refusals_shown():
        click.echo(platform(context).token(actor(tenant, as_)))


COMMANDS = (case, token)
