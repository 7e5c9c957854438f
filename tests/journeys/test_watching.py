"""What is seen from outside of a platform at work: figures for those who watch it, and a line for each command."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

import pytest

from gateways.cli.health import METRICS
from gateways.rehearsal.people import staff
from shared.bus.parked import ParkedContracts
from shared.contracts.envelope import Envelope
from shared.domain.refusals import Refused
from tests.ground.process import wait_until
from tests.journeys import sinks
from tests.journeys.conftest import Stage

OFFICER = staff("sidr", "officer-1")
RUNBOOK = Path(__file__).parents[2] / "docs" / "runbook.md"


def received(stage: Stage, outcome: str) -> float:
    labels = {"service": "intake", "command": "ReceiveVisitor", "outcome": outcome}
    return sinks.figure(stage, "sanad_commands_total", **labels)


def test_commands_are_counted_by_what_became_of_them_and_timed(stage: Stage) -> None:
    done, refused = received(stage, "done"), received(stage, "channel_not_permitted")
    visit = {"reception_id": str(uuid4()), "channel": "interview"}
    stage.client.tell(OFFICER, "intake.ReceiveVisitor", visit)
    with pytest.raises(Refused):
        stage.client.tell(OFFICER, "intake.ReceiveVisitor", {"reception_id": str(uuid4()), "channel": "fax"})
    assert (received(stage, "done"), received(stage, "channel_not_permitted")) == (done + 1, refused + 1)
    labels = {"service": "intake", "command": "ReceiveVisitor"}
    assert sinks.figure(stage, "sanad_command_duration_seconds_count", **labels) >= done + refused + 2
    assert sinks.figure(stage, "sanad_append_group_size_count") > 0


def test_what_cannot_be_read_at_the_web_door_is_counted_though_no_service_hears_of_it(stage: Stage) -> None:
    before = received(stage, "wrong_type")
    with pytest.raises(Refused, match="wrong_type"):
        stage.client.tell(OFFICER, "intake.ReceiveVisitor", {"reception_id": 5, "channel": "interview"})
    assert received(stage, "wrong_type") == before + 1


def test_each_command_is_one_line_in_the_log_with_what_leads_on_from_there(stage: Stage) -> None:
    command_id = uuid4()
    with sinks.listening_to_logs() as own:
        stage.client.tell(
            OFFICER, "intake.ReceiveVisitor", {"reception_id": str(uuid4()), "channel": "interview"}, command_id
        )
        wait_until(lambda: str(command_id) in sinks.logs(stage, own), "the line")
    (line,) = [line for line in sinks.logs(stage, own).splitlines() if str(command_id) in line]
    for word in ("intake", "sidr", "ReceiveVisitor", "done", "ms", "correlation_id", "trace_id"):
        assert word in line
    assert OFFICER.ref not in line


def test_reactions_are_commands_too(stage: Stage) -> None:
    """Every association's rules have come to every service by contract."""
    assert sinks.figure(stage, "sanad_commands_total", service="surveys", command="AdoptRule", outcome="done") > 0


def test_followers_show_how_far_they_are_behind_by_service_and_never_by_association(stage: Stage) -> None:
    sinks.settle(stage, "sidr")
    shown = sinks.metrics(stage)
    assert 'sanad_follower_events_behind{follower="publishing",service="intake"} 0.0' in shown
    assert 'sanad_follower_tenants_behind{follower="views",service="intake"} 0.0' in shown
    assert "sidr" not in shown


def test_what_the_doctor_and_the_runbook_name_can_be_seen(stage: Stage) -> None:
    rows = [line for line in RUNBOOK.read_text("utf-8").splitlines() if line.startswith("| `sanad_")]
    named = {name for row in rows for name in re.findall(r"`(sanad_\w+)`", row)}
    assert len(named) == 7
    shown = sinks.metrics(stage)
    assert {name for name in named | set(METRICS) if f"# TYPE {name} " not in shown} == set()


def test_contracts_that_wait_are_shown_until_they_do_not(stage: Stage) -> None:
    parked = ParkedContracts(sinks.views_engine(stage, "complaints"))
    envelopes = [waiting(stage, case, 10**9 + number) for number, case in enumerate(("case-1", "case-1", "case-2"))]

    def shown() -> tuple[float, float]:
        return (
            sinks.figure(stage, "sanad_parked_contracts", service="complaints"),
            sinks.figure(stage, "sanad_parked_cases", service="complaints"),
        )

    before = shown()
    for envelope in envelopes:
        parked.add(envelope, "waits", 1, stage.client.now())
    during = shown()
    for envelope in envelopes:
        parked.remove(envelope)
    assert (during[0] - before[0], during[1] - before[1]) == (3, 2)
    assert shown() == before


def waiting(stage: Stage, case: str, sequence: int) -> Envelope:
    return Envelope(
        id=uuid4(),
        tenant="sidr",
        service="intake",
        type="intake.majority_reached.v1",
        case_id=case,
        time=stage.client.now(),
        sequence=sequence,
        prevsequence=sequence - 1,
        correlation_id=uuid4(),
        causation_id=None,
        data=b"{}",
    )
