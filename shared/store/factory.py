"""What the eventsourcing library's infrastructure factories for both stores share."""

from __future__ import annotations

from typing import Any, TypeVar

from eventsourcing.persistence import InfrastructureFactory
from eventsourcing.utils import Environment, EnvType, resolve_topic, strtobool

from shared.store.recorders import (
    LogAggregateRecorder,
    LogApplicationRecorder,
    LogProcessRecorder,
    LogRecorder,
    LogTrackingRecorder,
    OriginatorId,
    RecordedLog,
    uuid_where_possible,
)

R = TypeVar("R", bound=LogRecorder)


class LogFactory(InfrastructureFactory[LogTrackingRecorder]):
    """Recorders over one log. Environment: SANAD_TENANT, CREATE_TABLE, ORIGINATOR_ID_TYPE (`uuid` or `text`)."""

    def __init__(self, env: Environment | EnvType | None) -> None:
        super().__init__(env)
        self._log = self.log()

    def log(self) -> RecordedLog:
        """The log that the environment names."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the log's connections."""
        self._log.close()

    def aggregate_recorder(self, purpose: str = "events") -> LogAggregateRecorder:
        """Streams of the tenant; other purposes (snapshots) get a log of their own beside it."""
        tenant = self._tenant() if purpose == "events" else f"{self._tenant()}/{purpose}"
        return self._recorder(LogAggregateRecorder, tenant)

    def application_recorder(self) -> LogApplicationRecorder:
        """The tenant's log."""
        return self._recorder(self._topic(self.APPLICATION_RECORDER_TOPIC, LogApplicationRecorder), self._tenant())

    def tracking_recorder(
        self, tracking_recorder_class: type[LogTrackingRecorder] | None = None
    ) -> LogTrackingRecorder:
        """The tenant's followers."""
        chosen = tracking_recorder_class or self._topic(self.TRACKING_RECORDER_TOPIC, LogTrackingRecorder)
        return self._recorder(chosen, self._tenant())

    def process_recorder(self) -> LogProcessRecorder:
        """The tenant's log and followers."""
        return self._recorder(self._topic(self.PROCESS_RECORDER_TOPIC, LogProcessRecorder), self._tenant())

    def _recorder(self, recorder_class: type[R], tenant: str) -> R:
        if strtobool(self.env.get("CREATE_TABLE") or "yes"):
            self._log.create()
        return recorder_class(self._log, tenant, self._originator_id())

    def _topic(self, variable: str, default: type[R]) -> type[R]:
        topic = self.env.get(variable)
        chosen: Any = resolve_topic(topic) if topic else default
        if not issubclass(chosen, default):
            raise TypeError(f"{variable} names {chosen.__qualname__}, which is no {default.__qualname__}")
        return chosen  # type: ignore[no-any-return]

    def _tenant(self) -> str:
        return self.env.get("SANAD_TENANT") or "default"

    def _originator_id(self) -> OriginatorId:
        return str if (self.env.get("ORIGINATOR_ID_TYPE") or "uuid") == "text" else uuid_where_possible
