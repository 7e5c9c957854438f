"""Replay needs the logs and nothing else."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import psycopg2
import pytest
from sqlalchemy import delete

from gateways.cli.speaking import actor
from gateways.rehearsal.case import open_and_complete, receive
from gateways.rehearsal.people import staff
from services.catalogue import SERVICES
from tests.journeys.conftest import Stage


def forget_every_view(stage: Stage) -> None:
    for service in SERVICES:
        tables = [table for view in service.views for table in view.tables]
        if stage.mode == "embedded":
            engine = stage.platform.runtimes[service.name].infrastructure.views.engine
            with engine.begin() as connection:
                for table in tables:
                    connection.execute(delete(table))
        else:
            with closing(psycopg2.connect(stage.platform.database(service.name))) as connection:
                for table in tables:
                    connection.cursor().execute(f'DELETE FROM "{table.name}"')
                connection.commit()


def rebuild_every_view(stage: Stage) -> None:
    for service in SERVICES:
        for view in service.views:
            operator = actor("-", "platform_operator:tests")
            stage.client.ask(operator, f"{service.name}.RebuildView", {"view": view.name})


def listed(stage: Stage, tenant: str) -> Any:
    return stage.client.ask(staff(tenant, "officer-1"), "intake.ListRequests", {})


def test_a_case_is_the_same_when_every_view_is_gone_and_views_come_back_from_the_log(stage: Stage) -> None:
    story = stage.story("israr")
    receive(story)
    open_and_complete(story)
    auditor = staff("israr", "auditor-1")
    before = story.settle()
    shown = story.wait(
        "the view",
        lambda: (
            (rows := listed(stage, "israr")) and story.request_id in str(rows) and "under_review" in str(rows) and rows
        ),
    )
    proof = stage.client.ask(auditor, "audit.ReplayCase", {"case_id": story.request_id, "verified": True})["proof"]
    assert (proof["events"], proof["fault"]) == (len(before["steps"]), None)
    assert proof["contents"] > 0
    forget_every_view(stage)
    assert stage.client.case(auditor, story.request_id) == before
    rebuild_every_view(stage)
    assert listed(stage, "israr") == shown


def test_another_associations_auditor_sees_nothing_of_it(stage: Stage) -> None:
    story = stage.story("israr")
    receive(story)
    open_and_complete(story)
    with pytest.raises(Exception, match="no_such_case"):
        stage.client.case(staff("sidr", "auditor-1"), story.request_id)
