"""Time is aware and UTC, is shared where processes rehearse together, and never runs back."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shared.clock import AdjustableClock, FileClock, SystemClock

SUNDAY = datetime(2026, 3, 15, 9, 0, tzinfo=UTC)
MOMENT = timedelta(seconds=5)


def test_the_system_clock_says_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta()


def test_a_held_clock_starts_where_it_is_told_and_only_moves_forward() -> None:
    clock = AdjustableClock(SUNDAY)
    assert SUNDAY <= clock.now() < SUNDAY + MOMENT
    clock.move_to(SUNDAY + timedelta(days=3))
    clock.move_to(SUNDAY)
    assert clock.now() >= SUNDAY + timedelta(days=3)


def test_a_clock_without_a_file_is_the_machines(tmp_path: Path) -> None:
    clock = FileClock(tmp_path / "clock")
    assert not clock.exists
    assert abs(clock.now() - datetime.now(UTC)) < MOMENT


def test_processes_share_a_moved_time(tmp_path: Path) -> None:
    one, other = FileClock(tmp_path / "clock"), FileClock(tmp_path / "clock")
    one.begin_at(SUNDAY)
    assert SUNDAY <= other.now() < SUNDAY + MOMENT
    other.move_to(SUNDAY + timedelta(days=3))
    assert one.now() >= SUNDAY + timedelta(days=3)


def test_moving_a_shared_clock_back_changes_nothing(tmp_path: Path) -> None:
    clock = FileClock(tmp_path / "clock")
    clock.begin_at(SUNDAY)
    before = (tmp_path / "clock").read_bytes()
    clock.move_to(SUNDAY - timedelta(days=1))
    assert (tmp_path / "clock").read_bytes() == before


def test_two_moves_within_one_tick_of_the_file_system_are_both_seen(tmp_path: Path) -> None:
    mover, reader, file = FileClock(tmp_path / "clock"), FileClock(tmp_path / "clock"), tmp_path / "clock"
    mover.begin_at(SUNDAY)
    reader.now()
    written = file.stat().st_mtime_ns
    mover.begin_at(SUNDAY + timedelta(days=3))
    os.utime(file, ns=(written, written))
    assert reader.now() >= SUNDAY + timedelta(days=3)
