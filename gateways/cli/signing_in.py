"""The first sign-ins: `up` prints them once, when they are made; `accounts` makes them for a distributed platform."""

from __future__ import annotations

from collections.abc import Sequence

import click
from rich.console import Console
from rich.table import Table

from gateways.cli.first_staff import enter_first_staff
from gateways.cli.speaking import platform, refusals_shown, settings
from gateways.portal.first_accounts import first_accounts
from gateways.portal.looks import ROLES

# Nothing is cut off: a password is shown once.
UNBOUNDED = 10_000


@click.command()
@click.argument("associations", nargs=-1, required=True)
@click.pass_context
def accounts(context: click.Context, associations: tuple[str, ...]) -> None:
    """Make the first account of each role of associations, in SANAD_DATA, print their passwords once, and enter the
    staff with governance, without names; safe to repeat."""
    tell(first_accounts(settings(), associations))
    with refusals_shown():
        enter_first_staff(platform(context), associations)


def tell(made: Sequence[tuple[str, str, str, str]]) -> None:
    """A block for each association, a line for each account; nothing when none was made."""
    if not made:
        return
    console = Console(width=UNBOUNDED)
    console.print("First sign-ins, shown only now")
    for tenant in dict.fromkeys(tenant for tenant, _, _, _ in made):
        table = Table(title=f"\n{tenant}", title_justify="left", box=None, show_header=False)
        for _ in range(4):
            table.add_column(no_wrap=True)
        for _, role, user, password in (one for one in made if one[0] == tenant):
            ar, en = ROLES.get(role, (role, role))
            table.add_row(user, password, en, ar)
        console.print(table)


COMMANDS = (accounts,)
