"""What is measured with: a whole case as the platform itself lived it, and copies of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg2

from gateways.cli.demo import BEGINS
from gateways.cli.starting import load_associations, running
from gateways.client import PlatformClient
from gateways.rehearsal.case import whole_case
from gateways.rehearsal.story import Story
from services.embedded import EmbeddedPlatform
from shared.clock import AdjustableClock
from shared.settings import Settings
from shared.store.log import Append, Cause, EventLog, NewEvent, Recorded

TENANT = "sidr"
PAGE = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An embedded platform with one association in force."""

    platform: EmbeddedPlatform
    client: PlatformClient
    clock: AdjustableClock
    folder: Path

    def story(self) -> Story:
        """A new case."""
        return Story(self.client, TENANT, self.clock.move_to)

    def rows(self) -> Mapping[str, Sequence[Recorded]]:
        """What every service has stored, by service."""
        runtimes = self.platform.runtimes
        return {name: one.infrastructure.log.read(TENANT, 0, PAGE) for name, one in runtimes.items()}


@contextmanager
def platform() -> Iterator[Place]:
    """Start one in a temporary folder."""
    with TemporaryDirectory(prefix="sanad-bench-") as name:
        folder, clock = Path(name), AdjustableClock(BEGINS)
        settings = Settings(data=folder, keys=folder / "keys", http_port=0, grpc_port=0)
        with running(settings, clock) as (started, client):
            load_associations(client, [TENANT])
            yield Place(platform=started, client=client, clock=clock, folder=folder)


def lived(place: Place, steps: int = 0) -> Story:
    """A whole case; the criteria are handed over again and again until it has at least so many steps."""
    story = place.story()

    def long_middle(_who: str, what: str) -> None:
        if what.startswith("opens the request"):
            for _ in range(max(0, steps - 75)):
                story.on_request("officer-1", "ProvideCriteria", "", medium="shown")

    story.told = long_middle
    whole_case(story)
    story.settle()
    return story


def restore(log: EventLog, rows: Sequence[Recorded], at_once: int = 64) -> None:
    """Append them to another log, command by command, many in a transaction."""
    appends = [_append(list(part)) for _, part in groupby(rows, key=lambda row: row.command_id)]
    for start in range(0, len(appends), at_once):
        for outcome in log.append_all(appends[start : start + at_once]):
            if isinstance(outcome, Exception):
                raise outcome


def _append(rows: Sequence[Recorded]) -> Append:
    first = rows[0]
    cause = Cause(
        command_id=first.command_id, command="bench.Restore", fingerprint="0" * 64, actor_kind=first.actor_kind,
        actor_ref=first.actor_ref, correlation_id=first.correlation_id, causation_id=first.causation_id,
    )  # fmt: skip
    names = ("stream", "version", "type", "data", "case_id", "policy_version", "occurred_at")
    events = tuple(NewEvent(**{name: getattr(row, name) for name in names}) for row in rows)
    return Append(tenant=first.tenant, cause=cause, events=events)


# Every id of the case becomes another, wherever it stands: in stream, case and content.
COPIES = """
insert into event
select e.tenant, {position}, {stream}, e.version, e.type,
    convert_to({data}, 'UTF8'), {case_id}, e.actor_kind, e.actor_ref, gen_random_uuid(), e.correlation_id,
    e.causation_id, e.policy_version, e.occurred_at, e.recorded_at
from generate_series(0, %(copies)s - 1) copy, event e
where e.tenant = %(tenant)s and e.position > %(after)s and e.position <= %(head)s order by 2"""
ONE_BY_ONE = "%(head)s + copy * %(length)s + e.position - %(after)s"
SIDE_BY_SIDE = "%(head)s + (e.position - %(after)s - 1) * %(copies)s + copy + 1"


def multiply(url: str, after: int, ids: Sequence[str], events: int, position: str = ONE_BY_ONE) -> None:
    """Copy what the tenant's log holds after a position, until it is so many events longer; straight into the table."""
    columns = {"stream": "e.stream", "case_id": "e.case_id", "data": "convert_from(e.data, 'UTF8')"}
    for id_ in ids:
        columns = {
            name: f"replace({inner}, '{id_}', md5('{id_}' || copy)::uuid::text)" for name, inner in columns.items()
        }
    with closing(psycopg2.connect(url)) as connection, connection, connection.cursor() as cursor:
        cursor.execute("select max(position) from event where tenant = %s", (TENANT,))
        (head,) = cursor.fetchone() or (0,)
        copies = events // (head - after)
        where = {"tenant": TENANT, "after": after, "head": head, "length": head - after, "copies": copies}
        cursor.execute(COPIES.format(position=position, **columns), where)
        cursor.execute("analyze event")
