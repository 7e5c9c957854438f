"""What every event log promises, whichever database keeps it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from uuid import uuid4

import pytest
from eventsourcing.persistence import IntegrityError, Tracking
from msgspec.structs import replace

from shared.store.log import Append, EventLog, Recorded, VersionClash
from tests.infrastructure.store.examples import (
    CASE,
    KADI,
    NOON,
    REQUEST,
    SIDR,
    append,
    cause,
    event,
    positions,
    whole_log,
)


def test_what_was_appended_is_read_back_in_every_column(log: EventLog) -> None:
    why = cause(causation_id=uuid4())
    new = event(1)
    receipt = log.append(Append(tenant=SIDR, cause=why, events=(new,)))
    assert log.read(SIDR, 0, 10) == (
        Recorded.of(
            tenant=SIDR,
            position=1,
            stream=REQUEST,
            version=1,
            type="RequestReceived",
            data=new.data,
            case_id=CASE,
            actor_kind="officer",
            actor_ref="staff-1",
            command_id=why.command_id,
            correlation_id=why.correlation_id,
            causation_id=why.causation_id,
            policy_version="sidr/1",
            occurred_at=NOON,
            recorded_at=receipt.recorded_at,
        ),
    )
    assert abs(receipt.recorded_at - datetime.now(UTC)) < timedelta(minutes=1)
    assert receipt.recorded_at.utcoffset() == timedelta(0)


def test_optional_columns_may_be_empty(log: EventLog) -> None:
    log.append(append(event(1, case_id=None)))
    (stored,) = log.read(SIDR, 0, 10)
    assert (stored.case_id, stored.causation_id) == (None, None)


def test_data_is_kept_byte_for_byte(log: EventLog) -> None:
    odd = replace(event(1), data=bytes(range(256)) + "سند '\\\"%s".encode())
    log.append(append(odd))
    assert log.read(SIDR, 0, 1)[0].data == odd.data


def test_a_time_with_another_offset_is_the_same_instant(log: EventLog) -> None:
    riyadh = timezone(timedelta(hours=3))
    log.append(append(replace(event(1), occurred_at=NOON.astimezone(riyadh))))
    assert log.read(SIDR, 0, 1)[0].occurred_at == NOON


def test_a_time_without_a_zone_is_not_stored(log: EventLog) -> None:
    naive = replace(event(1), occurred_at=NOON.replace(tzinfo=None))
    with pytest.raises(ValueError, match="time zone"):
        log.append(append(naive))
    assert log.head(SIDR) == 0


@pytest.mark.parametrize("size", [0, 1, 2])
def test_a_log_has_a_name(log: EventLog, size: int) -> None:
    with pytest.raises(IntegrityError):
        log.append(append(*(event(version) for version in range(1, size + 1)), tenant=""))
    assert log.tenants() == ()


def test_positions_run_without_gaps_and_tell_the_receipt(log: EventLog) -> None:
    first = log.append(append(event(1), event(2)))
    second = log.append(append(event(3), event(1, stream="request-2")))
    assert (first.first, first.last, second.first, second.last) == (1, 2, 3, 4)
    assert positions(whole_log(log, SIDR, page=3)) == [1, 2, 3, 4]
    assert log.head(SIDR) == 4


def test_each_tenant_has_its_own_positions_and_sees_only_its_own_events(log: EventLog) -> None:
    log.append(append(event(1), event(2)))
    log.append(append(event(1), tenant=KADI))
    assert (log.head(SIDR), log.head(KADI), log.head("nobody")) == (2, 1, 0)
    assert {stored.tenant for stored in log.read(KADI, 0, 10)} == {KADI}
    assert {stored.tenant for stored in log.read_streams(KADI, {REQUEST: 0})} == {KADI}
    assert {stored.tenant for stored in log.read_cases(KADI, [CASE])} == {KADI}
    assert log.tenants() == (KADI, SIDR)


def test_a_log_without_events_has_no_tenants(log: EventLog) -> None:
    log.append(append(refusal=b"{}"))
    assert log.tenants() == ()


def test_a_known_command_gets_its_first_receipt_and_writes_nothing(log: EventLog) -> None:
    command_id = uuid4()
    first = log.append(append(event(1), command_id=command_id))
    again = log.append(append(event(1), event(2), command_id=command_id, tracking=Tracking("views", 9)))
    assert again.repeated
    assert not first.repeated
    assert (again.first, again.last, again.recorded_at) == (first.first, first.last, first.recorded_at)
    assert log.head(SIDR) == 1
    assert log.position(SIDR, "views") == 0


def test_the_same_command_id_in_another_tenant_is_another_command(log: EventLog) -> None:
    command_id = uuid4()
    log.append(append(event(1), command_id=command_id))
    assert not log.append(append(event(1), command_id=command_id, tenant=KADI)).repeated
    assert log.receipt("nobody", command_id) is None


def test_a_command_that_changes_nothing_is_remembered_with_its_refusal(log: EventLog) -> None:
    command_id = uuid4()
    log.append(append(command_id=command_id, refusal=b'{"code":"too_early"}'))
    receipt = log.receipt(SIDR, command_id)
    assert receipt is not None
    assert (receipt.first, receipt.last, receipt.refusal) == (0, 0, b'{"code":"too_early"}')
    assert (receipt.command, receipt.fingerprint) == ("intake.ReceiveRequest", "f00d")


def test_receipts_are_found_together_and_unknown_ids_left_out(log: EventLog) -> None:
    known = [uuid4(), uuid4()]
    for version, command_id in enumerate(known, 1):
        log.append(append(event(version), command_id=command_id))
    found = log.receipts(SIDR, [*known, uuid4()])
    assert {each: receipt.first for each, receipt in found.items()} == {known[0]: 1, known[1]: 2}
    assert log.receipts(SIDR, []) == {}


def test_a_version_clash_stores_nothing_of_the_append(log: EventLog) -> None:
    log.append(append(event(1)))
    clashing = append(event(1, stream="request-2"), event(1), tracking=Tracking("views", 1))
    with pytest.raises(VersionClash):
        log.append(clashing)
    assert positions(whole_log(log, SIDR)) == [1]
    assert log.receipt(SIDR, clashing.cause.command_id) is None
    assert log.position(SIDR, "views") == 0
    assert log.append(append(event(2))).first == 2


def test_in_a_batch_each_append_has_its_own_outcome(log: EventLog) -> None:
    log.append(append(event(1)))
    repeated = uuid4()
    outcomes = log.append_all(
        [
            append(event(2)),
            append(event(1)),
            append(event(1), tenant=KADI, command_id=repeated),
            append(event(9), tenant=KADI, command_id=repeated),
            append(refusal=b"{}"),
            append(event(3), tracking=Tracking("views", 3)),
            append(event(4), tracking=Tracking("views", 3)),
            append(event(4)),
        ]
    )
    told = [type(each) if isinstance(each, Exception) else (each.first, each.repeated) for each in outcomes]
    assert told == [
        (2, False), VersionClash, (1, False), (1, True), (0, False), (3, False), IntegrityError, (4, False)
    ]  # fmt: skip
    assert positions(whole_log(log, SIDR)) == [1, 2, 3, 4]
    assert positions(whole_log(log, KADI)) == [1]


def test_an_empty_batch_is_no_work(log: EventLog) -> None:
    assert not log.append_all([])


def test_streams_are_read_above_the_version_one_has(log: EventLog) -> None:
    log.append(append(event(1), event(1, stream="request-2"), event(2), event(1, stream="request-3")))
    found = log.read_streams(SIDR, {REQUEST: 1, "request-2": 0, "request-4": 0})
    assert [(each.stream, each.version) for each in found] == [("request-2", 1), (REQUEST, 2)]
    assert not log.read_streams(SIDR, {})


def test_a_case_is_read_across_streams_in_order(log: EventLog) -> None:
    log.append(append(event(1), event(1, stream="review-1"), event(2, case_id="case-2"), event(2, stream="review-1")))
    assert positions(log.read_cases(SIDR, [CASE])) == [1, 2, 4]
    assert not log.read_cases(SIDR, ["case-3"])


def test_a_follower_moves_forward_only(log: EventLog) -> None:
    log.move(SIDR, Tracking("views", 5))
    for position in (5, 4):
        with pytest.raises(IntegrityError):
            log.move(SIDR, Tracking("views", position))
    assert (log.position(SIDR, "views"), log.position(KADI, "views"), log.position(SIDR, "sealer")) == (5, 0, 0)


def test_a_follower_moves_together_with_the_append_it_causes(log: EventLog) -> None:
    log.append(append(event(1), tracking=Tracking("reactions", 7)))
    assert log.position(SIDR, "reactions") == 7
    with pytest.raises(IntegrityError):
        log.append(append(event(2), tracking=Tracking("reactions", 7)))
    assert log.head(SIDR) == 1


def test_a_forgotten_follower_begins_again(log: EventLog) -> None:
    log.move(SIDR, Tracking("views", 5))
    log.forget(SIDR, "views")
    log.forget(SIDR, "never seen")
    assert log.position(SIDR, "views") == 0
    log.move(SIDR, Tracking("views", 1))


def test_values_of_hostile_shape_stay_values(log: EventLog) -> None:
    hostile = "'; drop table event; -- %s {} \\"
    log.append(append(event(1, stream=hostile, type=hostile, case_id=hostile), tenant=hostile))
    (stored,) = log.read_streams(hostile, {hostile: 0})
    assert (stored.tenant, stored.type, stored.case_id) == (hostile, hostile, hostile)
