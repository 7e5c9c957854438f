"""What the logs say about a run: each sentence found is something that must not be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from shared.contracts.envelope import Envelope
from shared.store.log import Recorded
from tests.faults.soak.caller import Told
from tests.faults.soak.logs import Command, ServiceLog

PARKING = frozenset({"ContractParked", "ContractReplayed", "ContractDiscarded"})


@dataclass(slots=True)
class Verdict:
    """Counts of what was looked at, and the faults found."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One service's log of one tenant, read once."""

    own: ServiceLog
    tenant: str
    events: Sequence[Recorded]
    commands: Mapping[UUID, Command]
    said: Sequence[Envelope]
    because: Mapping[UUID, Sequence[Recorded]]

    @property
    def name(self) -> str:
        """The service's."""
        return self.own.service.name


def judge(logs: Mapping[str, ServiceLog], tenants: Sequence[str], told: Sequence[Told]) -> Verdict:
    """Look at everything."""
    verdict = Verdict()
    for tenant in tenants:
        pasts = {name: _past(own, tenant) for name, own in logs.items()}
        mine = [one for one in told if one.tenant == tenant]
        for fault in (*_gaps(pasts, verdict), *_commands(pasts, mine, verdict), *_effects(pasts, verdict)):
            verdict.faults.append(f"{tenant}: {fault}")
    for own in logs.values():
        verdict.faults += _views(own, tenants, verdict)
    return verdict


def _past(own: ServiceLog, tenant: str) -> Past:
    events = own.events(tenant)
    because: dict[UUID, list[Recorded]] = {}
    for event in events:
        if event.causation_id and event.type not in PARKING:
            because.setdefault(event.causation_id, []).append(event)
    return Past(
        own=own, tenant=tenant, events=events, commands=own.commands(tenant), because=because,
        said=own.publishing.envelopes(events, 0),
    )  # fmt: skip


def _gaps(pasts: Mapping[str, Past], verdict: Verdict) -> Iterator[str]:
    """Positions are 1, 2, 3, …, and so are the versions of each stream."""
    for name, past in pasts.items():
        verdict.counts["events"] += len(past.events)
        if [event.position for event in past.events] != list(range(1, len(past.events) + 1)):
            yield f"{name}: positions are not contiguous"
        versions: Counter[str] = Counter()
        for event in past.events:
            versions[event.stream] += 1
            if event.version != versions[event.stream]:
                yield f"{name}: {event.stream} has version {event.version} in place of {versions[event.stream]}"


def _commands(pasts: Mapping[str, Past], told: Sequence[Told], verdict: Verdict) -> Iterator[str]:
    """What was acknowledged is stored once, where it was said to be; what was not is stored once or not at all."""
    places = {name: _places(past) for name, past in pasts.items()}
    for one in told:
        name = one.name.split(".")[0]
        stored, receipt = pasts[name].commands.get(one.command_id), one.receipt
        verdict.counts["acknowledged" if receipt else "refused" if one.refusal else "unanswered"] += 1
        if stored is None and receipt:
            yield f"{one.name} {one.command_id} was acknowledged and is not stored"
        if stored is None:
            continue
        verdict.counts["unanswered, and stored"] += not receipt and not one.refusal
        if receipt and (stored.first, stored.last) != (receipt["first_position"], receipt["last_position"]):
            yield f"{one.name} {one.command_id} lies elsewhere than was acknowledged"
        expected = list(range(stored.first, stored.last + 1)) if stored.first else []
        if places[name].get(one.command_id, []) != expected:
            yield f"{one.name} {one.command_id} has events at {places[name].get(one.command_id)}"
        if any(one.command_id in others for other, others in places.items() if other != name):
            yield f"{one.name} {one.command_id} was carried out by another service too"


def _places(past: Past) -> dict[UUID, list[int]]:
    found: dict[UUID, list[int]] = {}
    for event in past.events:
        found.setdefault(event.command_id, []).append(event.position)
    return found


def _effects(pasts: Mapping[str, Past], verdict: Verdict) -> Iterator[str]:
    """Each consumer has carried out exactly the commands that what was published leads to."""
    for name, past in pasts.items():
        waits = {(one.envelope.service, one.envelope.sequence) for one in past.own.parked(past.tenant)}
        recorded = {event.causation_id for event in past.events if event.type == "ContractParked"}
        for publisher in past.own.service.listens_to:
            said = pasts[publisher].said
            verdict.counts["contracts heard"] += len(said)
            last = said[-1].sequence if said else 0
            if (heard := past.own.heard(past.tenant, publisher)) < last:
                yield f"{name} has heard {publisher} up to {heard} of {last}"
            for envelope in said:
                parked = (publisher, envelope.sequence) in waits
                verdict.counts["parked"] += parked
                if parked and envelope.id not in recorded:
                    yield f"{name}: {envelope.type} {envelope.sequence} is parked and not on record"
                if not parked:
                    yield from _reactions(past, envelope, verdict)


def _reactions(past: Past, envelope: Envelope, verdict: Verdict) -> Iterator[str]:
    expected = past.own.reactions(envelope)
    for id_, command in expected.items():
        stored = past.commands.get(id_)
        verdict.counts["effects"] += 1
        if stored is None:
            yield f"{past.name}: {envelope.type} {envelope.sequence} had no effect ({type(command).__name__})"
        elif stored.command != f"{past.name}.{type(command).__name__}":
            yield f"{past.name}: {envelope.type} {envelope.sequence} led to {stored.command}"
    because = past.because.get(envelope.id, ())
    if {event.command_id for event in because} - set(expected):
        yield f"{past.name}: {envelope.type} {envelope.sequence} had another effect besides its own"
    for id_ in expected:
        stored = past.commands.get(id_)
        places = [event.position for event in because if event.command_id == id_]
        if stored and places != (list(range(stored.first, stored.last + 1)) if stored.first else []):
            yield f"{past.name}: {envelope.type} {envelope.sequence} has its effect at {places}"


def _views(own: ServiceLog, tenants: Sequence[str], verdict: Verdict) -> Iterator[str]:
    """Every view stands at the head, and shows what it would show if it were made anew."""
    before = own.rows()
    verdict.counts["view rows"] += sum(len(rows) for rows in before.values())
    for view in own.service.views:
        for tenant in tenants:
            if (stands := own.views.position(tenant, view.name)) != (head := own.log.head(tenant)):
                yield f"{own.service.name}.{view.name} stands at {stands} of {head} for {tenant}"
        own.views.rebuild(view.name, own.log)
    yield from (
        f"{own.service.name}.{table} shows other rows than a rebuild"
        for table, rows in own.rows().items()
        if rows != before[table]
    )
