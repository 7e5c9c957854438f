"""`case`, `evidence` and `token`: a case's history, a file of evidence checked, and a token for the JSON door."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console

from gateways.audit.evidence import check
from gateways.cli.speaking import actor, as_option, platform, refusals_shown, shown
from gateways.cli.telling import case_table
from gateways.client import PlatformClient
from gateways.portal.sought import request_number
from shared import codec
from shared.application.situation import RIYADH
from shared.domain.actor import Actor
from shared.domain.refusals import Reason

# Where no terminal says how wide it is.
WIDTH = 150

no_such_number = Reason(
    code="no_such_number",
    en="This association has no request numbered {number}.",
    ar="ليس لهذه الجمعية طلب برقم {number}.",
)
several_of_number = Reason(
    code="several_of_number",
    en="Several requests may be meant by {number}: give the number with its letters and its year.",
    ar="قد يُقصد بالرقم {number} أكثر من طلب: اكتب الرقم بحروفه وسنته.",
)
time_unclear = Reason(
    code="time_unclear",
    en="--at is a time like 2026-03-15T09:00:00Z; without an offset it is taken as Riyadh time.",
    ar="الوقت في ‎--at بصيغة 2026-03-15T09:00:00Z، وما خلا من فرق زمني يُعدّ بتوقيت الرياض.",
)


@click.command()
@click.argument("tenant")
@click.argument("meant", metavar="CASE")
@click.option("--at", default=None, metavar="TIME", help="As it stood at 2026-03-15T09:00 (Riyadh), say.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--as", "as_", default="auditor:local", show_default=True, metavar="ROLE:REF", help="Who asks.")
@click.pass_context
def case(context: click.Context, tenant: str, meant: str, at: str | None, form: str, as_: str) -> None:
    """A case across all services, rebuilt from the logs alone, now or at any past moment.

    CASE is its id, or the request's number as people see it: KD-1448-0001.
    """
    with refusals_shown():
        asked, who = platform(context), actor(tenant, as_)
        history = asked.case(who, case_id(asked, who, meant), instant(at) if at else None)
        if form == "json":
            shown(history)
        else:
            Console(width=None if sys.stdout.isatty() else WIDTH).print(case_table(history))


def case_id(asked: PlatformClient, who: Actor, meant: str) -> str:
    """The id of the case that is meant; whatever is no request's number goes on as it is. Raises Refused."""
    number = request_number(meant)
    if number is None:
        return meant
    rows = asked.ask(who, "intake.ListRequests", {})["requests"]
    found = [row["request_id"] for row in rows if number.is_of(row["number"])]
    no_such_number.unless(bool(found), number=meant)
    several_of_number.unless(len(found) == 1, number=meant)
    return str(found[0])


def instant(text: str) -> str:
    """A time as somebody in Riyadh writes it, with its offset. Raises Refused."""
    try:
        given = datetime.fromisoformat(text)
    except ValueError:
        raise time_unclear.refused() from None
    return (given if given.tzinfo else given.replace(tzinfo=RIYADH)).isoformat()


@click.command()
@click.argument("tenant")
@as_option
@click.pass_context
def token(context: click.Context, tenant: str, as_: str) -> None:
    """A token for the JSON door, good for five minutes."""
    with refusals_shown():
        click.echo(platform(context).token(actor(tenant, as_)))


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def evidence(file: Path) -> None:
    """Check a file of evidence that was taken away; needs no platform."""
    with refusals_shown():
        found = check(file.read_bytes())
        shown(codec.to_words(found))
    if found.fault:
        raise SystemExit(1)


COMMANDS = (case, evidence, token)
