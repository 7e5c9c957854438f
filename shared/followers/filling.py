"""What fills all views of a service: one follower of its log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from shared.followers.views import ViewStore
from shared.store.log import EventLog, Recorded

_log = structlog.get_logger(__name__)


def filling(store: ViewStore, log: EventLog) -> tuple[ViewFollower, ...]:
    """The one follower that fills all views, or none where there are no views."""
    return (ViewFollower(store, log),) if store.views else ()


@dataclass(frozen=True, slots=True)
class ViewFollower:
    """All views of a service as one follower of its log: read, decoded and written together."""

    store: ViewStore
    log: EventLog
    name: str = "views"

    def position(self, tenant: str) -> int:
        return self.store.lowest(tenant)

    def apply(self, tenant: str, page: Sequence[Recorded]) -> None:
        try:
            self.store.apply(tenant, page)
        except Exception:  # noqa: BLE001  # whichever it is, the others must not wait for it
            self._each(tenant, len(page))

    def _each(self, tenant: str, size: int) -> None:
        """Each view by itself, as far as the log goes; raises what the last of those that cannot has raised."""
        failure: Exception | None = None
        for view in self.store.views.values():
            try:
                while page := self.log.read(tenant, self.store.position(tenant, view.name), size):
                    self.store.apply(tenant, page, (view,))
            except Exception as error:  # noqa: BLE001  # raised below, when the others have had their turn
                # Only the error's kind: its words might repeat what somebody wrote.
                _log.warning("view_failed", view=view.name, tenant=tenant, error=type(error).__name__)
                failure = error
        if failure is not None:
            raise failure
