"""A view's rows: what a page does to them, one change after the other, is what is written, once each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Connection, Engine, Integer, MetaData, String, Table, event, insert, select
from sqlalchemy.exc import IntegrityError

from shared.followers import Rows
from shared.followers.engine import writing
from shared.followers.rows import RowExists

STALLS = Table(
    "stalls",
    MetaData(),
    Column("tenant", String, primary_key=True),
    Column("street", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("sells", String),
    Column("owner", String),
)
HERE = {"street": "souq", "number": 1}


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """A market with one stall of ours, and one of another tenant under the same key."""
    with writing(engine) as made:
        STALLS.create(made)
        for tenant in ("nakhla", "sidr"):
            made.execute(insert(STALLS), {"tenant": tenant, **HERE, "sells": "dates", "owner": None})
        yield made


def stored(connection: Connection, tenant: str = "nakhla") -> list[tuple[Any, ...]]:
    columns = (STALLS.c.street, STALLS.c.number, STALLS.c.sells, STALLS.c.owner)
    found = connection.execute(select(*columns).where(STALLS.c.tenant == tenant).order_by(*columns))
    return [tuple(row) for row in found]


def test_a_row_added_and_changed_is_written_as_it_ended(connection: Connection) -> None:
    rows = Rows(connection, "nakhla")
    rows.add(STALLS, street="souq", number=2, sells="bread")
    rows.change(STALLS, {"street": "souq", "number": 2}, owner="s-1")
    rows.change(STALLS, {"street": "souq", "number": 2}, sells="cake")
    rows.write()
    assert stored(connection) == [("souq", 1, "dates", None), ("souq", 2, "cake", "s-1")]


def test_a_change_leaves_other_columns_other_rows_and_other_tenants_alone(connection: Connection) -> None:
    rows = Rows(connection, "nakhla")
    rows.change(STALLS, HERE, owner="s-1")
    rows.change(STALLS, {"street": "souq", "number": 9}, owner="s-2")
    rows.write()
    assert stored(connection) == [("souq", 1, "dates", "s-1")]
    assert stored(connection, "sidr") == [("souq", 1, "dates", None)]


def test_many_changed_rows_are_one_statement(connection: Connection) -> None:
    rows = Rows(connection, "nakhla")
    for number in range(2, 300):
        rows.add(STALLS, street="souq", number=number, sells="bread")
    rows.write()
    for number in range(1, 300):
        rows.change(STALLS, {"street": "souq", "number": number}, sells=f"bread {number}")
    statements: list[str] = []
    event.listen(connection, "before_cursor_execute", lambda *given: statements.append(given[2]))
    rows.write()
    assert len(statements) == 1
    assert {row[2] for row in stored(connection)} == {f"bread {number}" for number in range(1, 300)}


def test_what_is_removed_is_gone_and_cannot_be_changed(connection: Connection) -> None:
    rows = Rows(connection, "nakhla")
    rows.remove(STALLS, **HERE)
    rows.change(STALLS, HERE, owner="s-1")
    assert rows.find(STALLS, **HERE) is None
    rows.write()
    assert (stored(connection), len(stored(connection, "sidr"))) == ([], 1)


@pytest.mark.parametrize("again", [Rows.add, Rows.put])
def test_a_row_may_take_the_place_of_one_removed_before(connection: Connection, again: Callable[..., None]) -> None:
    rows = Rows(connection, "nakhla")
    rows.change(STALLS, HERE, owner="s-1")
    rows.remove(STALLS, **HERE)
    again(rows, STALLS, **HERE, sells="milk")
    rows.write()
    assert stored(connection) == [("souq", 1, "milk", None)]


def test_a_row_put_in_the_place_of_another_keeps_nothing_of_it(connection: Connection) -> None:
    rows = Rows(connection, "nakhla")
    rows.put(STALLS, **HERE, owner="s-1")
    rows.write()
    assert stored(connection) == [("souq", 1, None, "s-1")]


def test_what_is_found_shows_what_was_stored_and_what_was_changed_since(connection: Connection) -> None:
    rows = Rows(connection, "nakhla")
    assert rows.find(STALLS, **HERE) == {"tenant": "nakhla", **HERE, "sells": "dates", "owner": None}
    rows.change(STALLS, HERE, owner="s-1")
    assert rows.find(STALLS, **HERE) == {"tenant": "nakhla", **HERE, "sells": "dates", "owner": "s-1"}
    assert rows.find(STALLS, street="souq", number=2) is None
    rows.change(STALLS, {"street": "souq", "number": 2}, owner="s-1")
    assert rows.find(STALLS, street="souq", number=2) is None
    rows.add(STALLS, street="souq", number=2)
    added = {"tenant": "nakhla", "street": "souq", "number": 2, "sells": None, "owner": None}
    assert rows.find(STALLS, street="souq", number=2) == added


def test_what_fits_is_removed_also_if_it_was_added_a_moment_ago(connection: Connection) -> None:
    rows = Rows(connection, "nakhla")
    rows.add(STALLS, street="souq", number=2, sells="dates")
    rows.add(STALLS, street="souq", number=3, sells="bread")
    assert rows.find(STALLS, **HERE)
    rows.remove_all(STALLS, sells="dates")
    assert rows.find(STALLS, **HERE) is None
    rows.write()
    assert (stored(connection), len(stored(connection, "sidr"))) == ([("souq", 3, "bread", None)], 1)


def test_the_same_row_cannot_be_added_twice(connection: Connection) -> None:
    rows = Rows(connection, "nakhla")
    rows.add(STALLS, street="souq", number=2)
    with pytest.raises(RowExists):
        rows.add(STALLS, street="souq", number=2)


def test_a_row_that_is_stored_cannot_be_added(connection: Connection) -> None:
    rows = Rows(connection, "nakhla")
    rows.change(STALLS, HERE, owner="s-1")
    rows.add(STALLS, **HERE)
    with pytest.raises(IntegrityError):
        rows.write()


def test_a_key_is_whole_or_refused(connection: Connection) -> None:
    with pytest.raises(KeyError, match="street, number"):
        Rows(connection, "nakhla").remove(STALLS, street="souq")


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["put", "change", "remove", "find", "write"]),
        st.integers(1, 3),
        st.sampled_from(["a", "b", None]),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_any_changes_leave_what_they_would_leave_one_by_one(
    connection: Connection, changes: list[tuple[str, int, str | None]]
) -> None:
    rows = Rows(connection, "nakhla")
    for number in (1, 2, 3):
        rows.remove(STALLS, street="souq", number=number)
    expected: dict[int, str | None] = {}
    for verb, number, sells in changes:
        key = {"street": "souq", "number": number}
        if verb == "put":
            rows.put(STALLS, **key, sells=sells)
            expected[number] = sells
        elif verb == "change":
            rows.change(STALLS, key, sells=sells)
            expected |= {number: sells} if number in expected else {}
        elif verb == "remove":
            rows.remove(STALLS, **key)
            expected.pop(number, None)
        elif verb == "find":
            found = rows.find(STALLS, **key)
            assert (found and (found["sells"],)) == ((expected[number],) if number in expected else None)
        else:
            rows.write()
    rows.write()
    assert stored(connection) == [("souq", number, expected[number], None) for number in sorted(expected)]
