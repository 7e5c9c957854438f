"""The eventsourcing library's recorders over an event log: the same rows, written by the same append."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from threading import Event
from typing import Any, Protocol
from uuid import UUID, uuid4

from eventsourcing.persistence import (
    AggregateRecorder,
    ApplicationRecorder,
    IntegrityError,
    Notification,
    ProcessRecorder,
    StoredEvent,
    Subscription,
    Tracking,
    TrackingRecorder,
)

from shared.store.log import Append, Cause, EventLog, NewEvent, Receipt, Recorded, VersionClash

POLL_SECONDS = 0.05
PAGE = 500
OriginatorId = Callable[[str], UUID | str]


class RecordedLog(EventLog, Protocol):
    """An event log that also answers the ranges the library asks for."""

    def create(self) -> None:
        """Make the tables where they are missing."""

    def close(self) -> None:
        """Close all connections."""

    def read_stream(
        self, tenant: str, stream: str, gt: int | None, lte: int | None, desc: bool, limit: int | None
    ) -> Sequence[Recorded]:
        """A range of one stream by version."""

    def read_range(
        self, tenant: str, after: int, until: int | None, types: Sequence[str], limit: int
    ) -> Sequence[Recorded]:
        """A range of the log by position and type."""


def uuid_where_possible(stream: str) -> UUID | str:
    """A stream named by a UUID as such; other streams (`<kind>-<id>`) by their name."""
    try:
        return UUID(stream)
    except ValueError:
        return stream


class LogRecorder:
    """What the four recorders share: one tenant of one log."""

    def __init__(
        self, log: RecordedLog, tenant: str = "default", originator_id: OriginatorId = uuid_where_possible
    ) -> None:
        self._log = log
        self._tenant = tenant
        self._originator_id = originator_id


class LogAggregateRecorder(LogRecorder, AggregateRecorder):
    """Streams as aggregate sequences: stream = originator id, type = topic, data = state."""

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> Sequence[int] | None:
        """Append; raises IntegrityError where the library expects it."""
        self._append(stored_events, kwargs.get("tracking"))
        return None

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """The events of one stream."""
        found = self._log.read_stream(self._tenant, str(originator_id), gt, lte, desc, limit)
        return [StoredEvent(**self._stored(event)) for event in found]

    def _append(self, stored_events: Sequence[StoredEvent], tracking: Tracking | None) -> Receipt | None:
        if not stored_events:
            if tracking is not None:
                self._log.move(self._tenant, tracking)
            return None
        try:
            return self._log.append(_append(self._tenant, stored_events, tracking))
        except VersionClash as clash:
            raise IntegrityError(str(clash)) from clash

    def _stored(self, event: Recorded) -> dict[str, Any]:
        return {
            "originator_id": self._originator_id(event.stream),
            "originator_version": event.version,
            "topic": event.type,
            "state": event.data,
        }


class LogApplicationRecorder(LogAggregateRecorder, ApplicationRecorder):
    """The tenant's log as the application sequence: notification id = position."""

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> Sequence[int] | None:
        """Append, and give the positions."""
        receipt = self._append(stored_events, kwargs.get("tracking"))
        return [] if receipt is None else list(range(receipt.first, receipt.last + 1))

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """A page of the log."""
        after = 0 if start is None else start - inclusive_of_start
        found = self._log.read_range(self._tenant, after, stop, topics, limit)
        return [Notification(id=event.position, **self._stored(event)) for event in found]

    def max_notification_id(self) -> int | None:
        """The head of the log."""
        return self._log.head(self._tenant) or None

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Subscription[ApplicationRecorder]:
        """Everything after `gt`, then whatever comes."""
        return PollingSubscription(self, gt, topics)


class LogTrackingRecorder(LogRecorder, TrackingRecorder):
    """Follower positions as tracking objects: application name = follower."""

    def insert_tracking(self, tracking: Tracking) -> None:
        """Move the follower forward."""
        self._log.move(self._tenant, tracking)

    def max_tracking_id(self, application_name: str) -> int | None:
        """How far the follower has come."""
        return self._log.position(self._tenant, application_name) or None


class LogProcessRecorder(LogTrackingRecorder, LogApplicationRecorder, ProcessRecorder):
    """Events and the position they answer, in one transaction."""


class PollingSubscription(Subscription[ApplicationRecorder]):
    """Notifications as they come, asked for again and again: needs no listener and misses nothing."""

    def __init__(self, recorder: ApplicationRecorder, gt: int | None, topics: Sequence[str]) -> None:
        super().__init__(recorder, gt, topics)
        self._page: deque[Notification] = deque()
        self._stopped = Event()

    def stop(self) -> None:
        """End the iteration, also one that is waiting."""
        super().stop()
        self._stopped.set()

    def __next__(self) -> Notification:
        while not self._stopped.is_set():
            if not self._page:
                self._page.extend(self._newer())
            if self._page:
                self._last_notification_id = self._page[0].id
                return self._page.popleft()
            self._stopped.wait(POLL_SECONDS)
        raise StopIteration

    def _newer(self) -> Sequence[Notification]:
        after = self._last_notification_id or 0
        return self._recorder.select_notifications(after, PAGE, topics=self._topics, inclusive_of_start=False)


def _append(tenant: str, stored_events: Sequence[StoredEvent], tracking: Tracking | None) -> Append:
    """The library knows neither commands nor actors, so each insert is a command of its own."""
    command_id = uuid4()
    cause = Cause(
        command_id=command_id,
        command="eventsourcing.insert_events",
        fingerprint="",
        actor_kind="system",
        actor_ref="eventsourcing",
        correlation_id=command_id,
    )
    now = datetime.now(UTC)
    events = tuple(_new_event(stored, now) for stored in stored_events)
    return Append(tenant=tenant, cause=cause, events=events, tracking=tracking)


def _new_event(stored: StoredEvent, now: datetime) -> NewEvent:
    return NewEvent(
        stream=str(stored.originator_id),
        version=stored.originator_version,
        type=stored.topic,
        data=stored.state,
        case_id=None,
        policy_version=None,
        occurred_at=now,
    )
