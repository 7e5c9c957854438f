"""What the environment decides, read in one place and once, by composition roots only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a process of the platform is set up.

    data: folder of the embedded platform. keys: folder of token keys and the key-encryption key.
    database_url, vault_url: PostgreSQL, distributed mode. amqp_url: the broker.
    owner_url: PostgreSQL as the owner of the tables, `{service}` in place of a name; for `sanad init` only.
    services: gRPC addresses by service name. traces_to, metrics_to: an OTLP/HTTP collector's two doors.
    clock_file: shared shift of time, for rehearsals only. metrics_port: of health and metrics, 0 for none.
    smtp, sms_gateway: URLs of what carries e-mail and text messages; empty leaves them in the outbox.
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
    traces_to: str = ""
    metrics_to: str = ""
    smtp: str = ""
    sms_gateway: str = ""


def from_environment(environ: Mapping[str, str]) -> Settings:
    """Settings from `SANAD_*` variables; what is not set keeps its default.

    Raises ValueError for a port that is no number and a service without an address.
    """
    data = Path(environ.get("SANAD_DATA", "data"))
    clock_file = environ.get("SANAD_CLOCK_FILE")
    return Settings(
        data=data,
        keys=Path(environ.get("SANAD_KEYS", data / "keys")),
        host=environ.get("SANAD_HOST", "127.0.0.1"),
        http_port=int(environ.get("SANAD_HTTP_PORT", "8080")),
        grpc_port=int(environ.get("SANAD_GRPC_PORT", "50051")),
        metrics_port=int(environ.get("SANAD_METRICS_PORT", "0")),
        database_url=environ.get("SANAD_DATABASE_URL", ""),
        vault_url=environ.get("SANAD_VAULT_URL", ""),
        owner_url=environ.get("SANAD_OWNER_DATABASE_URL", ""),
        amqp_url=environ.get("SANAD_AMQP_URL", ""),
        services=addresses(environ.get("SANAD_SERVICES", "")),
        clock_file=Path(clock_file) if clock_file else None,
        traces_to=environ.get("SANAD_TRACES_TO", ""),
        metrics_to=environ.get("SANAD_METRICS_TO", ""),
        smtp=environ.get("SANAD_SMTP", ""),
        sms_gateway=environ.get("SANAD_SMS_GATEWAY", ""),
    )


def addresses(text: str) -> dict[str, str]:
    """`governance=host:port,intake=host:port` as a mapping; raises ValueError for a name without an address."""
    pairs = [pair.partition("=") for pair in text.split(",") if pair.strip()]
    found = {name.strip(): address.strip() for name, _, address in pairs}
    if not all(found.values()):
        raise ValueError(f"services without an address: {', '.join(name for name in found if not found[name])}")
    return found
