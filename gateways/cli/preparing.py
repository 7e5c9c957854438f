"""`init`: the keys and tables of a distributed platform, made once and renewed after an update."""

from __future__ import annotations

import click
import psycopg2
from eventsourcing.persistence import OperationalError

from gateways.cli import speaking
from gateways.cli.speaking import UNAVAILABLE, fail, refusals_shown
from services.catalogue import SERVICES
from shared.application.service import Service
from shared.clock import SystemClock
from shared.domain.refusals import Reason
from shared.hosting.distributed import KEY_FILE
from shared.identity import create_keys
from shared.settings import Settings
from shared.store.postgres_log import PostgresLog
from shared.vault.keyring import FileKeyring
from shared.vault.postgres import open_vault

owner_missing = Reason(
    code="owner_missing",
    en="SANAD_OWNER_DATABASE_URL must name the databases, as their owner; only a distributed platform has any.",
    ar="يجب أن يبيّن SANAD_OWNER_DATABASE_URL موضع قواعد البيانات بصفة مالكها، وهي للمنصة الموزعة وحدها.",
)

database_unreachable = Reason(
    code="database_unreachable",
    en="A database SANAD_OWNER_DATABASE_URL names does not answer, or not to this user; try again.",
    ar="لا تجيب إحدى قواعد البيانات التي يبيّنها SANAD_OWNER_DATABASE_URL، أو لا تجيب هذا المستخدم؛ أعد المحاولة.",
)


@click.command()
def init() -> None:
    """Make the keys and every service's tables, as SANAD_KEYS and SANAD_OWNER_DATABASE_URL say; safe to repeat."""
    settings = speaking.settings()
    with refusals_shown():
        owner_missing.unless(bool(settings.owner_url))
    create_keys(settings.keys)
    keyring = FileKeyring(settings.keys / KEY_FILE, create=True)
    try:
        for service in SERVICES:
            _prepare(service, settings)
        open_vault(settings.owner_url.format(service="vault"), keyring, SystemClock().now, prepare=True)
    except (OperationalError, psycopg2.OperationalError):  # its words may quote where it was asked, and as whom
        fail(UNAVAILABLE, database_unreachable.code, en=database_unreachable.en, ar=database_unreachable.ar)
    click.echo("Ready: keys, " + ", ".join(service.name for service in SERVICES) + ", vault.")


def _prepare(service: Service, settings: Settings) -> None:
    log = PostgresLog(settings.owner_url.format(service=service.name))
    log.create(app_role=f"sanad_{service.name}_app")
    log.close()


COMMANDS = (init,)
