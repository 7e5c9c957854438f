"""The environment decides where things are, and is read once."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from shared.settings import Settings, addresses, from_environment


def test_an_empty_environment_gives_the_defaults() -> None:
    assert from_environment({}) == Settings()


def test_keys_lie_beside_the_data_unless_said_otherwise() -> None:
    assert from_environment({"SANAD_DATA": "/srv/sanad"}).keys == Path("/srv/sanad/keys")
    assert from_environment({"SANAD_DATA": "/srv/sanad", "SANAD_KEYS": "/run/keys"}).keys == Path("/run/keys")


def test_every_setting_can_be_set() -> None:
    """None is forgotten between the class and the environment."""
    others = {"SANAD_OWNER_DATABASE_URL": "x", "SANAD_CLOCK_FILE": "x", "SANAD_SERVICES": "x=y:1"}
    ports = dict.fromkeys(("SANAD_HTTP_PORT", "SANAD_GRPC_PORT", "SANAD_METRICS_PORT"), "1")
    plain = (
        "DATA",
        "KEYS",
        "HOST",
        "DATABASE_URL",
        "VAULT_URL",
        "AMQP_URL",
        "TRACES_TO",
        "METRICS_TO",
        "SMTP",
        "SMS_GATEWAY",
    )
    set_ = from_environment({**{f"SANAD_{name}": "x" for name in plain}, **others, **ports})
    same = [each.name for each in fields(Settings) if getattr(set_, each.name) == getattr(Settings(), each.name)]
    assert same == []


def test_services_are_found_by_name() -> None:
    assert addresses(" governance=a:1, intake = b:2 ,") == {"governance": "a:1", "intake": "b:2"}
    assert addresses("") == {}


@pytest.mark.parametrize("text", ["governance", "governance=", "intake=b:2,governance"])
def test_a_service_without_an_address_is_noticed_at_once(text: str) -> None:
    with pytest.raises(ValueError, match="governance"):
        addresses(text)


def test_a_port_is_a_number() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        from_environment({"SANAD_HTTP_PORT": "http"})
