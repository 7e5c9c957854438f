"""The first sign-ins: `up` prints them once, when they are made; `accounts` makes them for a distributed platform."""

from __future__ import annotations

from collections.abc import Sequence

import click
from rich.console import Console
from rich.table import Table

from gateways.cli.first_staff import enter_first_staff
from gateways.cli.speaking import platform, refusals_shown, settings
from gateways.portal.first_accounts import first_accounts

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
    """One line for each account, one column for each association; nothing when none was made."""
    if not made:
        return
    tenants = list(dict.fromkeys(tenant for tenant, _, _, _ in made))
    table = Table(title="First sign-ins, shown only now: the user is NAME@ASSOCIATION", title_justify="left", box=None)
    for column in ("name", "role", *tenants):
        table.add_column(column, no_wrap=True)
    passwords = {user: password for _, _, user, password in made}
    for name, role in {user.partition("@")[0]: role for _, role, user, _ in made}.items():
        table.add_row(name, role.replace("_", " "), *(passwords.get(f"{name}@{tenant}", "") for tenant in tenants))
    Console(width=UNBOUNDED).print(table)


COMMANDS = (accounts,)
