"""What the environment decides, read in one place and once, by composition roots only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a process of the platform is set up.

    data: folder of the embedded platform. keys: folder of token keys and the key-encryption key.
    database_url, vault_url: PostgreSQL, distributed mode. amqp_url: the broker.
    owner_url: PostgreSQL as the owner of the tables, `{service}` in place of a name; for `sanad init` only.
    services: gRPC addresses by service name. clock_file: shared shift of time, for rehearsals only.
    """

    data: Path = Path("data")
    keys: Path = Path("data/keys")
    host: str = "127.0.0.1"
    http_port: int = 8080
    grpc_port: int = 50051
    metrics_port: int = 0
    database_url: str = ""
    vault_url: str = ""
    owner_url: str = ""
    amqp_url: str = ""
    services: Mapping[str, str] = field(default_factory=dict)
    clock_file: Path | None = None
    smtp: str = ""
    sms_gateway: str = ""


def from_environment(environ: Mapping[str, str]) -> Settings:
    """Settings from `SANAD_*` variables; what is not set keeps its default. ValueError for a port that is no number."""
    data = Path(environ.get("SANAD_DATA", "data"))
    password = _secret(environ, "SANAD_DATABASE_PASSWORD_FILE")
    clock_file = environ.get("SANAD_CLOCK_FILE")
    return Settings(
        data=data,
        keys=Path(environ.get("SANAD_KEYS", data / "keys")),
        host=environ.get("SANAD_HOST", "127.0.0.1"),
        http_port=int(environ.get("SANAD_HTTP_PORT", "8080")),
        grpc_port=int(environ.get("SANAD_GRPC_PORT", "50051")),
        metrics_port=int(environ.get("SANAD_METRICS_PORT", "0")),
        database_url=with_password(environ.get("SANAD_DATABASE_URL", ""), password),
        vault_url=with_password(environ.get("SANAD_VAULT_URL", ""), password),
        owner_url=with_password(environ.get("SANAD_OWNER_DATABASE_URL", ""), password),
        amqp_url=environ.get("SANAD_AMQP_URL") or _amqp_url(environ),
        services=addresses(environ.get("SANAD_SERVICES", "")),
        clock_file=Path(clock_file) if clock_file else None,
        smtp=environ.get("SANAD_SMTP", ""),
        sms_gateway=environ.get("SANAD_SMS_GATEWAY", ""),
    )


def _secret(environ: Mapping[str, str], name: str) -> str:
    """What a secret's file holds; a password never stands in the environment itself."""
    return Path(environ[name]).read_text().strip() if environ.get(name) else ""


def with_password(url: str, password: str) -> str:
    """`postgresql://user@host/…` with its password, unless it has one or there is none."""
    user, at, rest = url.partition("@")
    return (
        f"{user}:{quote(password, safe='')}@{rest}" if at and password and ":" not in user.partition("//")[2] else url
    )


def _amqp_url(environ: Mapping[str, str]) -> str:
    host, password = environ.get("SANAD_AMQP_HOST"), _secret(environ, "SANAD_AMQP_PASSWORD_FILE")
    return f"amqp://sanad:{quote(password, safe='')}@{host}:5672/" if host else ""


def addresses(text: str) -> dict[str, str]:
    """`governance=host:port,intake=host:port` as a mapping."""
    pairs = (pair.partition("=") for pair in text.split(",") if pair.strip())
    return {name.strip(): address.strip() for name, _, address in pairs}
