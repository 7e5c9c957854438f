"""What is asked of a log costs the same however much it holds, even where the planner has no statistics yet."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import psycopg2
import psycopg2.extensions
import pytest

from shared.store import postgres_reading, postgres_writing
from shared.store.postgres_log import PostgresLog
from shared.store.postgres_session import PLAN_ONCE, Prepared
from tests.infrastructure.store.conftest import FreshDatabase
from tests.infrastructure.store.examples import SIDR, append, cause, event

EVENTS = 3000
ENOUGH = 30  # pages read; the events alone fill a hundred
QUESTIONS = {
    postgres_reading.PAGE: (EVENTS - 5, 100),
    postgres_reading.STREAM: ("request-7", 0),
    postgres_reading.STREAMS: (["request-7", "request-8"], [0, 0]),
    postgres_reading.CASES: (["case-7", "case-8"],),
    postgres_reading.RECEIPTS: ([str(cause().command_id)],),
    postgres_reading.HEAD: (),
    postgres_reading.POSITION: ("views",),
}


@pytest.fixture
def large(fresh_database: FreshDatabase) -> str:
    """A log of many events of one tenant, and a server that has never looked at them."""
    log = PostgresLog(url := fresh_database())
    log.create()
    with closing(psycopg2.connect(url)) as connection, connection, connection.cursor() as cursor:
        cursor.execute("alter table event set (autovacuum_enabled = off)")
        cursor.execute("alter table command set (autovacuum_enabled = off)")
    for first in range(0, EVENTS, 500):
        log.append_all(
            [append(event(1, stream=f"request-{n}", case_id=f"case-{n}")) for n in range(first, first + 500)]
        )
    log.close()
    return url


def test_every_question_reads_only_what_it_asks_for(large: str) -> None:
    pages = {question.name: _pages(large, question, given) for question, given in QUESTIONS.items()}
    assert {name: read for name, read in pages.items() if read > ENOUGH} == {}


@pytest.mark.parametrize("how", ["one event", "a set"])
def test_an_append_does_not_read_the_log(large: str, how: str) -> None:
    with closing(psycopg2.connect(large)) as connection, connection.cursor() as cursor:
        connection.autocommit = True
        cursor.execute(PLAN_ONCE)
        append_ = postgres_writing.APPEND_EVENT if how == "one event" else postgres_writing.APPEND
        cursor.execute(append_.preparing)
        for number in range(2):  # the first time the server reads its catalogue as well
            new = append(event(1, stream=f"new-{number}"))
            given = postgres_writing.parameters([new]) if how == "a set" else postgres_writing.event_parameters(new)
            read = _explained(cursor, append_.executing, given)
    assert read <= ENOUGH


def _pages(url: str, question: Prepared, given: tuple[Any, ...]) -> int:
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute(PLAN_ONCE)
        cursor.execute("select set_config('sanad.tenant', %s, false)", (SIDR,))
        cursor.execute(question.preparing)
        return _explained(cursor, question.executing, (SIDR, *given))


def _explained(cursor: psycopg2.extensions.cursor, statement: str, given: tuple[Any, ...]) -> int:
    cursor.execute(f"explain (analyze, buffers, format json) {statement}", given)
    (((whole,),),) = cursor.fetchall()
    return int(whole["Plan"]["Shared Hit Blocks"] + whole["Plan"]["Shared Read Blocks"])
