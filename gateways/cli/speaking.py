"""What the commands share: the platform they talk to, who they act as, and how a refusal is shown."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click
import httpx

from gateways.client import PlatformClient, Unavailable
from shared.domain.actor import Actor
from shared.domain.refusals import Reason, SanadError
from shared.identity import signing_key
from shared.settings import Settings, from_environment

REFUSED = 2
UNAVAILABLE = 3
MESSAGE_NAME = re.compile(r"[a-z]+\.[A-Za-z]+")
KINDS = {"beneficiary": "beneficiary", "guardian": "beneficiary", "platform_operator": "operator"}

actor_unclear = Reason(
    code="actor_unclear",
    en="Say who acts as ROLE:REF, for example beneficiary_relations_officer:staff-7.",
    ar="حدّد من ينفّذ الأمر بصيغة ROLE:REF، مثل beneficiary_relations_officer:staff-7.",
)
name_unclear = Reason(
    code="name_unclear",
    en="Name a command or query as SERVICE.Name, for example intake.ReceiveVisitor; sanad describe lists them all.",
    ar="سمِّ الأمر أو الاستعلام بصيغة SERVICE.Name، مثل intake.ReceiveVisitor؛ ويسردها كلها sanad describe.",
)
url_unclear = Reason(
    code="url_unclear",
    en="--url is a web address like http://127.0.0.1:8080.",
    ar="الخيار ‎--url‎ عنوان ويب مثل http://127.0.0.1:8080.",
)


def platform(context: click.Context) -> PlatformClient:
    """The platform named on the command line."""
    folder = Path(context.obj["keys"])
    try:
        key = signing_key(folder)
    except (OSError, ValueError, TypeError):
        fail(
            UNAVAILABLE,
            "no_signing_key",
            en=f"No usable signing key in {folder}; is this the platform's own machine, and its folder?",
            ar=f"لا يوجد مفتاح توقيع صالح في {folder}؛ هل هذا جهاز المنصة ومجلدها؟",
        )
    client = PlatformClient(address(context.obj["url"]), key)
    context.call_on_close(client.close)
    return client


def address(url: str) -> str:
    """A web address, if it is one. Raises Refused."""
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL:
        raise url_unclear.refused() from None
    url_unclear.unless(parsed.scheme in ("http", "https") and bool(parsed.host))
    return url


def settings() -> Settings:
    """What the environment says; ends the process where it cannot be understood."""
    try:
        return from_environment(os.environ)
    except ValueError as error:
        fail(
            REFUSED,
            "settings_unclear",
            en=f"A SANAD_… variable of the environment cannot be understood: {error}.",
            ar="أحد متغيرات البيئة التي تبدأ باسم SANAD_ غير مفهوم.",
        )


def actor(tenant: str, as_: str) -> Actor:
    """`role:ref` as an actor of the tenant; several roles are joined by `+`. Raises Refused."""
    roles, separator, ref = as_.partition(":")
    actor_unclear.unless(bool(separator and roles and ref))
    named = frozenset(roles.split("+"))
    kind = next((KINDS[role] for role in sorted(named) if role in KINDS), "staff")
    return Actor(tenant=tenant, kind=kind, ref=ref, roles=named)


def message_name(name: str) -> str:
    """The name of a command or query, if it looks like one. Raises Refused."""
    name_unclear.unless(MESSAGE_NAME.fullmatch(name) is not None)
    return name


@contextmanager
def refusals_shown() -> Iterator[None]:
    """Turn a refusal into one JSON line on stderr and exit 2; a platform that does not answer into exit 3."""
    try:
        yield
    except SanadError as refused:
        fail(REFUSED, refused.code, en=refused.en, ar=refused.ar)
    except Unavailable as error:
        fail(
            UNAVAILABLE,
            "unavailable",
            en=f"The platform does not answer ({error}). Start it with: make run",
            ar=f"المنصة لا تجيب ({error}). شغّلها بالأمر: make run",
        )


def fail(code: int, name: str, *, en: str, ar: str) -> NoReturn:
    """One JSON line on stderr, and the exit code."""
    click.echo(json.dumps({"code": name, "message": {"en": en, "ar": ar}}, ensure_ascii=False), err=True)
    sys.exit(code)


def shown(answer: Any) -> None:
    """Print an answer as JSON."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


as_option: Callable[[Any], Any] = click.option("--as", "as_", required=True, metavar="ROLE:REF", help="Who acts.")
json_option: Callable[[Any], Any] = click.option(
    "--json", "source", type=click.File("rb"), default=None, help="A file, or - for standard input; {} when left out."
)
