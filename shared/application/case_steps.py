"""The history of a case in one service, rebuilt from the log alone: its steps, and the states they lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from shared.application.aggregate import Aggregate
from shared.application.desk import Desk
from shared.application.rulebook import Rulebook
from shared.application.streams import Loaded
from shared.domain.limits import Longest
from shared.domain.messages import message
from shared.store.log import Receipt, Recorded, event_id

AUDITOR = "auditor"
_STATES = msgspec.json.Encoder(order="deterministic")


@message
class ReadCase:
    """One case's steps in this service, up to a moment or to the present.

    also: other cases whose steps belong to it, told together with it.
    links: fields of its events whose values are wanted as well, of its whole life: what belongs to a case may be learnt
    later than the moment that is asked about. taken: to be taken away, so that the reading is on record for everybody.
    """

    case_id: str
    until: datetime | None = None
    also: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    taken: bool = False


@message
class Step:
    """One stored event, told: what happened, who did it, by which command, for what cause, under which clause.

    clause is the locator in the association's text; data is the event's canonical JSON, which holds no personal data.
    """

    service: str
    position: int
    event_id: UUID
    stream: str
    version: int
    type: str
    title_en: str
    title_ar: str
    actor_kind: str
    actor_ref: str
    command: str
    command_id: UUID
    correlation_id: UUID
    causation_id: UUID | None
    policy_version: str | None
    clause: str | None
    occurred_at: datetime
    recorded_at: datetime
    data: Annotated[str, Longest(characters=1_000_000)]


@message
class StreamState:
    """One thing's state at that moment, folded from its events: kind, id, and the state as JSON."""

    service: str
    kind: str
    id: str
    state: Annotated[str, Longest(characters=4_000_000)]


@message
class CaseSteps:
    """A case's steps in one service, in the order of its log, the states they lead to, and the links' values."""

    steps: tuple[Step, ...]
    states: tuple[StreamState, ...]
    linked: tuple[str, ...] = ()


def read_case(service: str, aggregates: Sequence[Aggregate], query: ReadCase, desk: Desk) -> CaseSteps:
    """The steps, rebuilt from the log alone."""
    log, tenant = desk.infrastructure.log, desk.actor.tenant
    lived = log.read_cases(tenant, (query.case_id, *query.also))
    rows, linked = _up_to(query.until, lived), tuple(_linked(lived, query.links))
    _recorded(service, query, desk, lived if linked else rows)
    if not rows:  # As in most services: whoever asks about a case asks them all.
        return CaseSteps(steps=(), states=(), linked=linked)
    receipts = log.receipts(tenant, {row.command_id for row in rows})
    # Folded from whole streams: what joined the case later had begun before.
    streams = dict.fromkeys(row.stream for row in rows)
    rules, whole = desk.rules_beside(streams)
    folded = _folded(aggregates, _up_to(query.until, whole), desk)
    return CaseSteps(
        steps=tuple(step(service, row, receipts, rules, desk) for row in rows),
        states=tuple(stream_state(service, folded[stream]) for stream in streams if stream in folded),
        linked=linked,
    )


def _recorded(service: str, query: ReadCase, desk: Desk, told: Sequence[Recorded]) -> None:
    """Whoever watches the others is watched too: here, and not at the gateway, so that no door leads past it."""
    if query.taken or AUDITOR in desk.actor.roles:
        vault, reader = desk.infrastructure.vault, desk.actor
        for case_id in dict.fromkeys(row.case_id for row in told if row.case_id):
            vault.note_case(reader.tenant, case_id, service=service, reader=reader.ref, until=query.until)


def _linked(rows: Sequence[Recorded], links: Sequence[str]) -> Mapping[str, None]:
    """Each value once, in the order of mention."""
    told = [msgspec.json.decode(row.data) for row in rows] if links else []
    return {one[link]: None for one in told for link in links if isinstance(one.get(link), str)}


def _up_to(until: datetime | None, rows: Sequence[Recorded]) -> Sequence[Recorded]:
    return [row for row in rows if until is None or row.occurred_at <= until]


def _folded(aggregates: Sequence[Aggregate], rows: Sequence[Recorded], desk: Desk) -> Mapping[str, Loaded]:
    folded: dict[str, Loaded] = {}
    for row in rows:
        aggregate = next((each for each in aggregates if row.stream.startswith(each.stream(""))), None)
        if aggregate is not None:
            start = Loaded(aggregate, row.stream.removeprefix(aggregate.stream("")), aggregate.initial, 0)
            folded.setdefault(row.stream, start).fold(row, desk.catalogue)
    return folded


def stream_state(service: str, loaded: Loaded) -> StreamState:
    """A folded stream, as it is told."""
    state = _STATES.encode(loaded.state).decode()
    return StreamState(service=service, kind=loaded.aggregate.kind, id=loaded.id, state=state)


def step(service: str, row: Recorded, receipts: Mapping[UUID, Receipt], rules: Rulebook, desk: Desk) -> Step:
    """One row as a step."""
    title = desk.catalogue.title(row.type)
    policy = rules.policy(row.policy_version) if row.policy_version else None
    clause = policy.clause(title.clause) if policy and title.clause else None
    command_id = row.command_id
    return Step(
        service=service,
        position=row.position,
        event_id=event_id(row.tenant, service, row.position),
        stream=row.stream,
        version=row.version,
        type=row.type,
        title_en=title.en,
        title_ar=title.ar,
        actor_kind=row.actor_kind,
        actor_ref=row.actor_ref,
        command=receipts[command_id].command,
        command_id=command_id,
        correlation_id=row.correlation_id,
        causation_id=row.causation_id,
        policy_version=row.policy_version,
        clause=clause.locator if clause else None,
        occurred_at=row.occurred_at,
        recorded_at=row.recorded_at,
        data=row.data.decode(),
    )
