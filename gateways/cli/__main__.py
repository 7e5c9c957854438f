"""The commands of `sanad`, put together."""

from __future__ import annotations

import click

from gateways.cli import asking, cases, operating, preparing, signing_in, tenants
from gateways.cli.usage import Answering


@click.group("sanad", cls=Answering, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--url", envvar="SANAD_URL", default="http://127.0.0.1:8080", show_default=True, help="A running platform."
)
@click.option("--keys", envvar="SANAD_KEYS", default="data/keys", show_default=True, help="Folder of its signing key.")
@click.pass_context
def main(context: click.Context, url: str, keys: str) -> None:
    """Sanad (سند): relations with beneficiaries, and the proof of them."""
    context.obj = {"url": url, "keys": keys}


for part in (asking, cases, operating, preparing, signing_in, tenants):
    for command in part.COMMANDS:
        main.add_command(command)

if __name__ == "__main__":
    main()
