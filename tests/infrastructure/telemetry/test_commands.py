"""Each command is counted, timed and told once in the log, by its codes and ids."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from prometheus_client import REGISTRY
from structlog.testing import capture_logs

from shared.domain.refusals import Refused
from shared.settings import Settings
from shared.telemetry.commands import observed, refused_at_the_door
from shared.telemetry.setting_up import configure

ONE, TWO = UUID(int=1), UUID(int=2)


@pytest.fixture(autouse=True)
def measuring() -> None:
    configure("tests", Settings())


def count(command: str, outcome: str) -> float:
    labels = {"service": "orchard", "command": command, "outcome": outcome}
    return REGISTRY.get_sample_value("sanad_commands_total", labels) or 0.0


def unheard_of() -> str:
    """A command no other test counts."""
    return f"Pick{uuid4().hex}"


def test_a_command_is_counted_timed_and_told() -> None:
    command = unheard_of()
    with capture_logs() as lines, observed("orchard", command, "basra", ONE, TWO):
        pass
    assert count(command, "done") == 1
    labels = {"service": "orchard", "command": command}
    assert REGISTRY.get_sample_value("sanad_command_duration_seconds_count", labels) == 1
    (line,) = lines
    assert line.pop("ms") >= 0
    assert line == {
        "event": "command",
        "log_level": "info",
        "service": "orchard",
        "tenant": "basra",
        "command": command,
        "command_id": str(ONE),
        "correlation_id": str(TWO),
        "outcome": "done",
    }


def test_a_refusal_is_told_by_its_code_and_never_by_its_words() -> None:
    command = unheard_of()
    refusal = Refused("unripe", en="Layla's apples are unripe.", ar="تفاح ليلى فج.")
    with capture_logs() as lines, pytest.raises(Refused), observed("orchard", command, "basra", ONE, TWO):
        raise refusal
    assert (count(command, "unripe"), count(command, "done")) == (1, 0)
    assert [line["outcome"] for line in lines] == ["unripe"]
    assert "Layla" not in str(lines)


def test_a_fault_is_told_louder_and_its_words_are_kept_back() -> None:
    command = unheard_of()
    with capture_logs() as lines, pytest.raises(ValueError), observed("orchard", command, "basra", ONE, TWO):
        raise ValueError("Layla")
    assert count(command, "failed") == 1
    assert [(line["outcome"], line["log_level"]) for line in lines] == [("failed", "warning")]
    assert "Layla" not in str(lines)


def test_what_is_refused_before_anybody_knows_who_asks_is_counted_too() -> None:
    command = unheard_of()
    with capture_logs() as lines, pytest.raises(Refused), refused_at_the_door("orchard", command):
        raise Refused("token_forged", en="No.", ar="لا.")
    assert count(command, "token_forged") == 1
    assert [line["outcome"] for line in lines] == ["token_forged"]
