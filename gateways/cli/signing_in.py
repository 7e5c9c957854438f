"""The first sign-ins as `up` prints them: once, when they are made; afterwards only their hashes exist."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table


def tell(made: Sequence[tuple[str, str, str, str]]) -> None:
    """One line for each account, one column for each association; nothing when none was made."""
    if not made:
        return
    tenants = list(dict.fromkeys(tenant for tenant, _, _, _ in made))
    table = Table(title="First sign-ins, shown only now: the user is NAME@ASSOCIATION", title_justify="left", box=None)
    for column in ("name", *tenants):
        table.add_column(column, no_wrap=True)
    passwords = {user: password for _, _, user, password in made}
    for name in dict.fromkeys(user.partition("@")[0] for user in passwords):
        table.add_row(name, *(passwords.get(f"{name}@{tenant}", "") for tenant in tenants))
    Console(width=130).print(table)
