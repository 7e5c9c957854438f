"""Guessing becomes slow, wherever it comes from, and the one whose name is guessed at still comes in."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gateways.portal.database import Database
from gateways.portal.throttle import FREE, FREE_EVERYWHERE, LONGEST, PAUSE, Throttle, place_of

USER, HERE, STRANGER = "officer-1@kadi", "192.0.2.7", "198.51.100.1"


class Gate:
    """A throttle and its time."""

    def __init__(self, folder: Path) -> None:
        self.seconds = 1_000_000.0
        self.throttle = Throttle(Database(folder / "accounts.db"), lambda: self.seconds)

    def tries(self, address: str = STRANGER, user: str = USER) -> bool:
        return self.throttle.admits(user, address)

    def waits(self, address: str = STRANGER) -> int:
        """How long it takes until another try is possible; it is then made."""
        for seconds in range(int(LONGEST) + 1):
            if self.tries(address):
                return seconds
            self.seconds += 1
        raise AssertionError("no end")


@pytest.fixture
def gate(tmp_path: Path) -> Gate:
    return Gate(tmp_path)


def test_waits_grow_with_each_wrong_password_up_to_a_quarter_of_an_hour(gate: Gate) -> None:
    assert [gate.tries() for _ in range(FREE + 1)] == [True] * FREE + [False]
    assert [gate.waits() for _ in range(7)] == [30, 60, 120, 240, 480, 900, 900]


def test_asking_while_one_has_to_wait_makes_the_wait_no_longer(gate: Gate) -> None:
    assert all(gate.tries() for _ in range(FREE))
    assert [gate.tries() for _ in range(50)] == [False] * 50
    assert gate.waits() == 30


def test_a_stranger_keeps_nobody_out(gate: Gate) -> None:
    while gate.tries():
        pass
    assert gate.tries(HERE)
    assert gate.tries(STRANGER, "officer-2@kadi")


def test_the_right_password_forgives_what_was_tried_there(gate: Gate) -> None:
    assert all(gate.tries(HERE) for _ in range(FREE))
    gate.seconds += 30
    assert gate.tries(HERE)
    gate.throttle.came_in(USER, HERE)
    assert [gate.tries(HERE) for _ in range(FREE + 1)] == [True] * FREE + [False]


def test_a_name_tried_from_everywhere_slows_strange_places_down_and_not_the_usual_one(gate: Gate) -> None:
    assert gate.tries(HERE)
    gate.throttle.came_in(USER, HERE)
    crowd = [f"198.51.{number // 250}.{number % 250}" for number in range(FREE_EVERYWHERE)]
    assert all(gate.tries(address) for address in crowd)
    assert not gate.tries("203.0.113.1")
    assert gate.tries(HERE)
    gate.seconds += PAUSE
    assert gate.tries("203.0.113.1")
    assert not gate.tries("203.0.113.2")


def test_a_day_later_all_is_forgotten(gate: Gate) -> None:
    while gate.tries():
        pass
    gate.seconds += 86_400
    assert all(gate.tries() for _ in range(FREE))


def test_many_at_once_get_no_more_tries_than_one_after_the_other(gate: Gate) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _: gate.tries(), range(32))) == FREE


def test_what_was_typed_as_a_name_is_not_kept(gate: Gate, tmp_path: Path) -> None:
    gate.tries(user="my password by mistake")
    assert b"by mistake" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
        ("", ""),
    ],
)
def test_a_place_is_an_address_or_what_one_customer_has_at_least(address: str, place: str) -> None:
    assert place_of(address) == place


def test_accounts_from_before_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "accounts.db"
    with sqlite3.connect(path) as before:
        before.execute("CREATE TABLE failures (user TEXT NOT NULL, at REAL NOT NULL) STRICT")
    assert Gate(tmp_path).tries()
