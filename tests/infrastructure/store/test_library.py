"""The eventsourcing library's published tests, passed by both stores."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import TestCase

import pytest
from eventsourcing.persistence import AggregateRecorder, ApplicationRecorder, ProcessRecorder, TrackingRecorder
from eventsourcing.tests import persistence as published
from eventsourcing.utils import Environment
from psycopg2.extensions import parse_dsn

from shared.store import postgres, sqlite
from shared.store.recorders import (
    LogAggregateRecorder,
    LogApplicationRecorder,
    LogProcessRecorder,
    LogTrackingRecorder,
    RecordedLog,
)


class InSqlite(TestCase):
    """A new file for each test."""

    log: RecordedLog
    env: Environment
    factory_class: type[Any] = sqlite.Factory

    @pytest.fixture(autouse=True)
    def _store(self, sqlite_log: sqlite.SqliteLog, tmp_path: Path) -> None:
        self.log = sqlite_log
        named = {"PERSISTENCE_MODULE": "shared.store.sqlite", "SQLITE_DBNAME": str(tmp_path / "factory.db")}
        self.env = Environment("Library", named)


class InPostgres(TestCase):
    """A new database for each test."""

    log: RecordedLog
    env: Environment
    factory_class: type[Any] = postgres.Factory

    @pytest.fixture(autouse=True)
    def _store(self, postgres_log: postgres.PostgresLog, fresh_database: Callable[[], str]) -> None:
        self.log = postgres_log
        named = {f"POSTGRES_{name.upper()}": value for name, value in parse_dsn(fresh_database()).items()}
        self.env = Environment("Library", {"PERSISTENCE_MODULE": "shared.store.postgres", **named})


class Aggregates:
    """The recorder of streams."""

    log: RecordedLog

    def create_recorder(self) -> AggregateRecorder:
        return LogAggregateRecorder(self.log)


class Applications:
    """The recorder of a tenant's log."""

    log: RecordedLog

    def create_recorder(self) -> ApplicationRecorder:
        return LogApplicationRecorder(self.log)


class Trackings:
    """The recorder of followers."""

    log: RecordedLog

    def create_recorder(self) -> TrackingRecorder:
        return LogTrackingRecorder(self.log)


class Processes:
    """The recorder of both."""

    log: RecordedLog

    def create_recorder(self) -> ProcessRecorder:
        return LogProcessRecorder(self.log)


class Factories:
    """What the published factory test expects of a persistence module."""

    factory_class: type[Any]

    def expected_factory_class(self) -> type[Any]:
        return self.factory_class

    def expected_aggregate_recorder_class(self) -> type[AggregateRecorder]:
        return LogAggregateRecorder

    def expected_application_recorder_class(self) -> type[ApplicationRecorder]:
        return LogApplicationRecorder

    def expected_tracking_recorder_class(self) -> type[TrackingRecorder]:
        return LogTrackingRecorder

    def tracking_recorder_subclass(self) -> type[TrackingRecorder]:
        return OwnTrackingRecorder

    def expected_process_recorder_class(self) -> type[ProcessRecorder]:
        return LogProcessRecorder


class OwnTrackingRecorder(LogTrackingRecorder):
    """A recorder an application brings along."""


class TestAggregatesInSqlite(InSqlite, Aggregates, published.AggregateRecorderTestCase):
    pass


class TestAggregatesInPostgres(InPostgres, Aggregates, published.AggregateRecorderTestCase):
    pass


class Subscribing(published.ApplicationRecorderTestCase):
    """The published test of applications, with the one it leaves to those that support subscriptions."""

    def test_insert_subscribe(self) -> None:
        self.optional_test_insert_subscribe()


class TestApplicationsInSqlite(InSqlite, Applications, Subscribing):
    pass


class TestApplicationsInPostgres(InPostgres, Applications, Subscribing):
    pass


class TestTrackingInSqlite(InSqlite, Trackings, published.TrackingRecorderTestCase):
    pass


class TestTrackingInPostgres(InPostgres, Trackings, published.TrackingRecorderTestCase):
    pass


class TestProcessesInSqlite(InSqlite, Processes, published.ProcessRecorderTestCase):
    pass


class TestProcessesInPostgres(InPostgres, Processes, published.ProcessRecorderTestCase):
    pass


class TestNoInterleavingInSqlite(InSqlite, Applications, published.NonInterleavingNotificationIDsBaseCase):
    pass


class TestNoInterleavingInPostgres(InPostgres, Applications, published.NonInterleavingNotificationIDsBaseCase):
    pass


class TestFactoryOfSqlite(InSqlite, Factories, published.InfrastructureFactoryTestCase[Any]):
    pass


class TestFactoryOfPostgres(InPostgres, Factories, published.InfrastructureFactoryTestCase[Any]):
    pass
