"""What drives a service's followers: a thread (or greenlet) each, tenant by tenant, woken by signal and poll."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import structlog

from shared.followers.follower import Follower, Settling, Together
from shared.followers.pace import Heads, Pace
from shared.followers.pages import Pages
from shared.followers.wake import Wake
from shared.store.log import EventLog, Recorded

Lag = dict[str, dict[str, tuple[int, int]]]

_log = structlog.get_logger(__name__)


class FollowerRunner:
    """Runs followers of one log.

    interval: seconds between polls; page: events handed over at once; rests: by a follower's name, seconds it pauses
    after a round, so that under load it takes many events at once instead of each by itself. A failing tenant is tried
    again with growing pauses and does not hold up the others. Stored positions are read once; `refresh` makes it read
    them again.
    """

    def __init__(
        self,
        log: EventLog,
        followers: Sequence[Follower],
        wake: Wake,
        *,
        interval: float = 0.05,
        page: int = 500,
        rests: Mapping[str, float] | None = None,
    ) -> None:
        self.followers = tuple(followers)
        self._source = log
        self._pages = Pages(log)
        self._wake = wake
        self._interval = interval
        self._page = page
        self._rests = rests or {}
        self._heads = Heads(log, wake, interval)
        self._paces: dict[str, dict[str, Pace]] = {one.name: defaultdict(Pace) for one in followers}
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin to follow, each follower in a thread of its own."""
        self._stopping.clear()
        self._threads = [
            threading.Thread(target=loop, name=f"follow {one.name}", daemon=True)
            for one, loop in zip(self.followers, self.loops(), strict=True)
        ]
        for thread in self._threads:
            thread.start()

    def stop(self, timeout: float = 10.0) -> None:
        """Let each finish the page it is at."""
        self._stopping.set()
        self._wake.set()
        for thread in self._threads:
            thread.join(timeout)

    def loops(self) -> tuple[Callable[[], None], ...]:
        """One endless loop per follower, ended by `stop`, for a host that brings its own threads."""
        return tuple(partial(self.follow, one) for one in self.followers)

    def follow(self, follower: Follower) -> None:
        """Follow until stopped."""
        while not self._stopping.is_set():
            seen = self._wake.count
            if not self._round(follower):
                _settle(follower, due_only=True)
                self._wake.wait(seen, self._interval)
            elif rest := self._rests.get(follower.name):
                self._stopping.wait(rest)
        _settle(follower, due_only=False)

    def refresh(self) -> None:
        """Trust the stored positions only, as after a rebuild."""
        for paces in self._paces.values():
            for pace in list(paces.values()):
                pace.position = None
        self._wake.set()

    def lag(self) -> Lag:
        """Follower -> tenant -> (stored position, head)."""
        heads = {tenant: self._source.head(tenant) for tenant in self._source.tenants()}
        return {
            one.name: {tenant: (one.position(tenant), head) for tenant, head in heads.items()} for one in self.followers
        }

    def behind(self) -> Mapping[str, Mapping[str, int]]:
        """Follower -> tenant -> events yet to be applied, from what is remembered; storage is asked for the rest."""
        heads = self._heads.now()
        return {
            one.name: {tenant: max(0, head - self._stands(one, tenant)) for tenant, head in heads.items()}
            for one in self.followers
        }

    def _stands(self, follower: Follower, tenant: str) -> int:
        pace = self._paces[follower.name].get(tenant)
        known = pace.position if pace else None
        return follower.position(tenant) if known is None else known

    def caught_up(self) -> bool:
        """Whether nothing is behind at this moment."""
        return all(position >= head for tenants in self.lag().values() for position, head in tenants.values())

    def _round(self, follower: Follower) -> bool:
        """One page for each tenant that is behind; whether there was any."""
        try:
            heads = self._heads.now()
        except Exception as error:  # noqa: BLE001  # a log that is away comes back
            _log.warning("heads_unreadable", follower=follower.name, error=type(error).__name__)
            self._stopping.wait(1.0)
            return False
        paces = self._paces[follower.name]
        behind = [tenant for tenant, head in heads.items() if paces[tenant].is_due(head)]
        # One that has failed is tried alone, so that it holds up nobody else.
        many = [tenant for tenant in behind if isinstance(follower, Together) and not paces[tenant].failures]
        moved = [self._step(follower, many), *(self._step(follower, [one]) for one in behind if one not in many)]
        return any(moved)

    def _step(self, follower: Follower, tenants: Sequence[str]) -> bool:
        """Take the tenants' next pages; whether there were any."""
        if self._stopping.is_set() or not tenants:
            return False
        try:
            return self._advance(follower, tenants)
        except Exception as error:  # noqa: BLE001  # one tenant's failure must not end the follower
            for tenant in tenants:
                self._failed(follower, tenant, error)
            return False

    def _failed(self, follower: Follower, tenant: str, error: Exception) -> None:
        pace = self._paces[follower.name][tenant]
        pace.failed()
        # Only the error's kind: its words might repeat what somebody wrote.
        _log.warning(
            "follower_failed",
            follower=follower.name,
            tenant=tenant,
            error=type(error).__name__,
            failures=pace.failures,
        )

    def _advance(self, follower: Follower, tenants: Sequence[str]) -> bool:
        pages = {tenant: self._next(follower, tenant) for tenant in tenants}
        if read := {tenant: page for tenant, page in pages.items() if page}:
            _apply(follower, read)
        for tenant, page in pages.items():
            pace = self._paces[follower.name][tenant]
            if pace.position is not None:  # otherwise `refresh` came in between, and storage is to be read again
                pace.came_to(page[-1].position if page else pace.position)
        return bool(read)

    def _next(self, follower: Follower, tenant: str) -> Sequence[Recorded]:
        pace = self._paces[follower.name][tenant]
        known = pace.position
        if known is None:
            known = pace.position = follower.position(tenant)
        return self._pages.read(tenant, known, self._page)


def _apply(follower: Follower, pages: Mapping[str, Sequence[Recorded]]) -> None:
    if isinstance(follower, Together):
        follower.apply_together(pages)
    else:
        for tenant, page in pages.items():
            follower.apply(tenant, page)


def _settle(follower: Follower, *, due_only: bool) -> None:
    if isinstance(follower, Settling):
        try:
            follower.settle(due_only=due_only)
        except Exception as error:  # noqa: BLE001  # it stays due; a position stored too low is only a detour
            _log.info("position_not_stored", follower=follower.name, error=type(error).__name__)
