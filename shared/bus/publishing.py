"""What a service has said in public, worked out from its log: the same envelopes whenever and wherever it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from shared import codec
from shared.contracts.envelope import Envelope, type_of
from shared.store.log import EventLog, Recorded, event_id

PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """decode: (stored type, data) -> fact; publish: (fact, stored event) -> contract, or None if private."""

    service: str
    decode: Callable[[str, bytes], Any]
    publish: Callable[[Any, Recorded], Any | None]

    def said(self, recorded: Recorded) -> Any | None:
        """The contract an event becomes."""
        return self.publish(self.decode(recorded.type, recorded.data), recorded)

    def envelopes(self, rows: Sequence[Recorded], previous: int) -> list[Envelope]:
        """The contracts of a page; previous: position of the last published event before it."""
        made: list[Envelope] = []
        for recorded in rows:
            if (payload := self.said(recorded)) is not None:
                made.append(self._envelope(recorded, payload, made[-1].sequence if made else previous))
        return made

    def previous(self, log: EventLog, tenant: str, upto: int) -> int:
        """Position of the last published event at or before `upto`, 0 if none: read back from the log, so that no crash
        can lose it."""
        size = 64
        while upto > 0:
            start = max(0, upto - size)
            for recorded in reversed(log.read(tenant, start, upto - start)):
                if self.said(recorded) is not None:
                    return recorded.position
            upto, size = start, min(size * 2, 4096)
        return 0

    def _envelope(self, recorded: Recorded, payload: Any, previous: int) -> Envelope:
        return Envelope(
            id=event_id(recorded.tenant, self.service, recorded.position),
            tenant=recorded.tenant,
            service=self.service,
            type=type_of(payload),
            case_id=recorded.case_id,
            time=recorded.occurred_at,
            sequence=recorded.position,
            prevsequence=previous,
            correlation_id=recorded.correlation_id,
            causation_id=recorded.command_id,
            data=codec.encode(payload),
        )


def published_range(
    log: EventLog, publishing: Publishing, tenant: str, *, after: int, upto: int | None = None, limit: int = PAGE
) -> list[Envelope]:
    """Up to `limit` contracts with after < sequence <= upto (None: the head), in order; fewer means no more."""
    end = log.head(tenant) if upto is None else upto
    found: list[Envelope] = []
    previous = publishing.previous(log, tenant, after)
    for rows in _pages(log, tenant, after, end):
        found += publishing.envelopes(rows, found[-1].sequence if found else previous)
        if len(found) >= limit:
            break
    return found[:limit]


def _pages(log: EventLog, tenant: str, after: int, end: int) -> Iterator[Sequence[Recorded]]:
    while after < end and (rows := log.read(tenant, after, min(PAGE, end - after))):
        yield rows
        after = rows[-1].position
