"""What the commands share: the platform they talk to, who they act as, and how a refusal is shown."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click

from gateways.client import PlatformClient, Unavailable
from shared.domain.actor import Actor
from shared.domain.refusals import SanadError
from shared.identity import signing_key

REFUSED = 2
UNAVAILABLE = 3
KINDS = {"beneficiary": "beneficiary", "guardian": "beneficiary", "platform_operator": "operator"}


def platform(context: click.Context) -> PlatformClient:
    """The platform named on the command line."""
    folder = Path(context.obj["keys"])
    try:
        key = signing_key(folder)
    except OSError:
        fail(UNAVAILABLE, "no_signing_key", f"No signing key in {folder}; is this the platform's own machine?")
    return PlatformClient(context.obj["url"], key)


def actor(tenant: str, as_: str) -> Actor:
    """`role:ref` as an actor of the tenant; several roles are joined by `+`."""
    roles, separator, ref = as_.partition(":")
    if not separator or not roles or not ref:
        raise click.BadParameter("say ROLE:REF, e.g. beneficiary_relations_officer:staff-7", param_hint="--as")
    named = frozenset(roles.split("+"))
    kind = next((KINDS[role] for role in sorted(named) if role in KINDS), "staff")
    return Actor(tenant=tenant, kind=kind, ref=ref, roles=named)


@contextmanager
def refusals_shown() -> Iterator[None]:
    """Turn a refusal into one JSON line on stderr and exit 2; a platform that does not answer into exit 3."""
    try:
        yield
    except SanadError as refused:
        fail(REFUSED, refused.code, {"en": refused.en, "ar": refused.ar})
    except Unavailable as error:
        fail(UNAVAILABLE, "unavailable", f"The platform does not answer ({error}). Start it with: make run")


def fail(code: int, name: str, message: Any) -> NoReturn:
    """One JSON line on stderr, and the exit code."""
    click.echo(json.dumps({"code": name, "message": message}, ensure_ascii=False), err=True)
    sys.exit(code)


def shown(answer: Any) -> None:
    """Print an answer as JSON."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


as_option: Callable[[Any], Any] = click.option("--as", "as_", required=True, metavar="ROLE:REF", help="Who acts.")
json_option: Callable[[Any], Any] = click.option(
    "--json", "source", type=click.File("rb"), default=None, help="A file, or - for standard input; {} when left out."
)
