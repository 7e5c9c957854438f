"""A plan made while a log is empty is the one a full log needs, since it lives as long as its connection."""

from __future__ import annotations

import re
from contextlib import closing

import psycopg2
import pytest

from shared.store import postgres_reading as asked
from shared.store.postgres_log import PostgresLog
from shared.store.postgres_session import PLAN_ONCE, Prepared
from tests.infrastructure.store.conftest import FreshDatabase

MEANT = {
    asked.PAGE: ("'sidr', 0, 10", "event_position", ("tenant", "position")),
    asked.STREAM: ("'sidr', 'a', 0", "event_stream_version", ("tenant", "stream", "version")),
    asked.STREAMS: ("'sidr', '{a}', '{0}'", "event_stream_version", ("tenant", "stream", "version")),
    asked.STREAMS_OF_ALL: ("'{sidr}', '{a}', '{0}'", "event_stream_version", ("tenant", "stream", "version")),
    asked.CASES: ("'sidr', '{c}'", "event_case", ("tenant", "case_id")),
    asked.RECEIPTS: ("'sidr', '{}'", "command_id", ("tenant", "command_id")),
    asked.HEAD: ("'sidr'", "event_position", ("tenant",)),
}


@pytest.mark.parametrize("question", MEANT, ids=lambda question: question.name)
def test_an_empty_log_is_asked_by_the_index_a_full_one_needs(fresh_database: FreshDatabase, question: Prepared) -> None:
    url = fresh_database()
    log = PostgresLog(url)
    log.create()
    log.close()
    given, index, columns = MEANT[question]
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute(PLAN_ONCE)
        cursor.execute(question.preparing)
        cursor.execute(f"explain execute {question.name} ({given})")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    (used,) = re.findall(r"Index (?:Only )?Scan (?:Backward )?using (\w+)", plan)
    (condition,) = re.findall(r"Index Cond: (.*)", plan)
    assert used == index, plan
    assert all(re.search(rf'\(?"?{column}"? [=>]', condition) for column in columns), plan
