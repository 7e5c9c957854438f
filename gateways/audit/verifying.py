"""Whether a case's record is whole, by arithmetic alone: what the logs say is held against what it would have to be.

It proves that nothing is missing, doubled, moved or exchanged in what was read. It does not prove that the record was
not written anew as a whole: that takes a copy in other hands, such as a signed checkpoint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from shared.application.case_links import CaseLinks, ContentLink, Link
from shared.application.case_steps import Step
from shared.domain.messages import message
from shared.store.log import event_id

RULES = "governance"
"""Every rule of an association comes from there, and what a rule causes in a case has its cause outside the case."""
Place = tuple[str, int]


@message
class Proof:
    """What was checked, in figures, and the first step that does not hold: its number in the history, and why.

    fault: `id`, `order`, `stream`, `cause` or `content`. destroyed: contents that were destroyed and keep their place.
    """

    events: int
    streams: int
    causes: int
    contents: int
    destroyed: int
    broken_at: int | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What the services say about whole streams, arranged for looking things up."""

    tenant: str
    links: Mapping[Place, Link]
    gaps: Mapping[tuple[str, str], int]
    known: frozenset[UUID]
    last: dict[str, int] = field(default_factory=dict)


def verify(tenant: str, steps: Sequence[Step], told: Iterable[CaseLinks]) -> Proof:
    """The steps in the order of the history, against the links of the streams they stand in."""
    parts = tuple(told)
    ledger = ledger_of(tenant, parts)
    at, fault = first_fault(steps, ledger)
    contents = [one for step in steps for one in _contents(step, ledger)]
    return Proof(
        events=len(steps),
        streams=len({(step.service, step.stream) for step in steps}),
        causes=sum(step.causation_id is not None for step in steps),
        contents=sum(one.found is not None for one in contents),
        destroyed=sum(one.found is None for one in contents),
        broken_at=at,
        fault=fault,
    )


def ledger_of(tenant: str, parts: Sequence[CaseLinks]) -> Ledger:
    """Streams with their first gap, and every event that may be a cause."""
    versions: dict[tuple[str, str], list[int]] = {}
    for part in parts:
        for link in sorted(part.links, key=lambda link: link.position):
            versions.setdefault((part.service, link.stream), []).append(link.version)
    rules = (event_id(tenant, RULES, no) for part in parts if part.service == RULES for no in range(1, part.head + 1))
    return Ledger(
        tenant=tenant,
        links={(part.service, link.position): link for part in parts for link in part.links},
        gaps={stream: gap for stream, seen in versions.items() if (gap := first_gap(seen)) is not None},
        known=frozenset([*rules, *(link.event_id for part in parts for link in part.links)]),
    )


def first_gap(versions: Sequence[int]) -> int | None:
    """The first version that is not where it should be, in a stream that counts 1, 2, 3, …"""
    return next((no for no, version in enumerate(versions, 1) if version != no), None)


def first_fault(steps: Sequence[Step], ledger: Ledger) -> tuple[int | None, str | None]:
    """The first step of the history for which something does not hold, counted from 1, and what."""
    for no, step in enumerate(steps, 1):
        for fault, holds in CHECKS.items():
            if not holds(step, ledger):
                return no, fault
        ledger.last[step.service] = step.position
    broken = [no for no, step in enumerate(steps, 1) if (step.service, step.stream) in ledger.gaps]
    # The gap lies behind the last step told here, in what the stream went on to hold.
    return (broken[-1], "stream") if broken else (None, None)


def id_follows_from_place(step: Step, ledger: Ledger) -> bool:
    return step.event_id == event_id(ledger.tenant, step.service, step.position)


def position_is_later(step: Step, ledger: Ledger) -> bool:
    return step.position > ledger.last.get(step.service, 0)


def stream_is_whole(step: Step, ledger: Ledger) -> bool:
    link = ledger.links.get((step.service, step.position))
    if link is None or (link.stream, link.version) != (step.stream, step.version):
        return False
    gap = ledger.gaps.get((step.service, step.stream))
    return gap is None or step.version < gap


def cause_is_known(step: Step, ledger: Ledger) -> bool:
    link = ledger.links[(step.service, step.position)]
    if link.causation_id != step.causation_id:
        return False
    return step.causation_id is None or step.causation_id in ledger.known


def content_is_unaltered(step: Step, ledger: Ledger) -> bool:
    return all(one.found in (one.sha256, None) for one in _contents(step, ledger))


CHECKS: Mapping[str, Callable[[Step, Ledger], bool]] = {
    "id": id_follows_from_place,
    "order": position_is_later,
    "stream": stream_is_whole,
    "cause": cause_is_known,
    "content": content_is_unaltered,
}


def _contents(step: Step, ledger: Ledger) -> Sequence[ContentLink]:
    link = ledger.links.get((step.service, step.position))
    return link.contents if link else ()
