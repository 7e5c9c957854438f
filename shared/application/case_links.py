"""What a case's chain of evidence hangs on in one service: whole streams, causes, and the sealed content they name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from shared.application.desk import Desk
from shared.domain.messages import message
from shared.domain.sealed import ContentRef
from shared.store.log import Recorded, event_id


@message
class ReadLinks:
    """The links of several cases at once: every stream with an event of theirs, from its first event on."""

    case_ids: tuple[str, ...]


@message
class ContentLink:
    """Sealed content an event names. sha256: of its ciphertext, as the event has it.

    found: of the ciphertext as it lies in the vault now, None where it was destroyed, empty where there is none.
    """

    ref: str
    sha256: str
    found: str | None


@message
class Link:
    """One stored event, as far as it proves that nothing is missing."""

    position: int
    event_id: UUID
    stream: str
    version: int
    causation_id: UUID | None
    contents: tuple[ContentLink, ...]


@message
class CaseLinks:
    """In the order of the log. head: the last position of the association's log in this service."""

    service: str
    head: int
    links: tuple[Link, ...]


def read_links(service: str, query: ReadLinks, desk: Desk) -> CaseLinks:
    """From the log and the vault; nothing is decrypted, so nobody's data is read."""
    log, tenant = desk.infrastructure.log, desk.actor.tenant
    streams = {row.stream: 0 for row in log.read_cases(tenant, query.case_ids)}
    rows = log.read_streams(tenant, streams) if streams else ()
    named = {row.position: tuple(contents_of(row)) for row in rows}
    found = desk.infrastructure.vault.hashes(tenant, [ref for refs in named.values() for ref in refs])
    links = tuple(link(service, row, named[row.position], found) for row in rows)
    return CaseLinks(service=service, head=log.head(tenant), links=links)


def contents_of(row: Recorded) -> Iterator[ContentRef]:
    """The references to sealed content in an event, wherever they stand in it."""
    yield from _refs(json.loads(row.data))


def link(service: str, row: Recorded, refs: Sequence[ContentRef], found: Mapping[str, str | None]) -> Link:
    """One row as a link."""
    return Link(
        position=row.position,
        event_id=event_id(row.tenant, service, row.position),
        stream=row.stream,
        version=row.version,
        causation_id=row.causation_id,
        contents=tuple(ContentLink(ref=one.ref, sha256=one.sha256, found=found.get(one.ref, "")) for one in refs),
    )


def _refs(told: Any) -> Iterator[ContentRef]:
    if isinstance(told, list):
        for one in told:
            yield from _refs(one)
    elif isinstance(told, dict):
        if told.keys() == {"ref", "sha256"}:
            yield ContentRef(ref=told["ref"], sha256=told["sha256"])
        for one in told.values():
            yield from _refs(one)
