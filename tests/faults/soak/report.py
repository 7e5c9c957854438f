"""A run in words and tables: what `docs/reliability.md` says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from statistics import median

from tests.faults.soak.caller import Told
from tests.faults.soak.havoc import BROKER, DATABASE, Strike
from tests.faults.soak.load import IMPATIENT, TELLERS, TENANTS
from tests.faults.soak.memory import RULE, Held
from tests.faults.soak.run import Outcome

HEAD = """# Reliability

The last run of `make soak`, written by it. The distributed platform runs as in production: every service as two
processes, both gateways, a PostgreSQL that waits for the disk (`fsync` on) and a RabbitMQ, all of them real and on one
machine. {tellers} callers tell stories at {tenants} associations over the web gateway; {rate:.0f} commands a second are
due, whether or not answers come. Every {every:.0f} s a process chosen at random is ended with `kill -9`, and a
supervisor starts it again; once the broker is killed, and once the database is shut down in an instant. Afterwards the
load ends, and when nothing moves any more, the logs are read and judged. `make test` holds a run of two minutes.
"""

JUDGED = """## How it is judged

From the logs alone, for every association:

* Every acknowledged command is stored once, in the service it was told to, at the positions that were acknowledged, and
  its events lie exactly there. One without an answer (a quarter of the callers, {impatient:.0%}, hang up at the first
  failure; the others repeat it under its id for a minute) is stored once or not at all.
* Positions are 1, 2, 3, … in every log; so are the versions of every stream.
* For each consumer and each publisher it listens to: what was published is worked out from the publisher's log, what it
  must lead to by the consumer's own `react`. Each of these commands is stored once under its id, nothing else is caused
  by the contract, and the consumer's position is at the last one.
* Every view stands at the head and has the same rows as after a rebuild.
* What is parked is on record.
* Every process that was struck came back by itself or by its supervisor.

Memory: {memory}
"""

SLOW = """Callers, servers, broker and database share this machine with whatever
else it does (see its load), and it did not carry more. A turn that nobody takes within ten seconds is skipped; so times
near ten seconds, below, say how late turns were taken and not how long the platform worked."""


def text(outcome: Outcome) -> str:
    """The whole page."""
    plan = outcome.plan
    head = HEAD.format(tellers=TELLERS, tenants=len(TENANTS), rate=plan.rate, every=plan.every)
    judged = JUDGED.format(impatient=IMPATIENT, memory=RULE)
    parts = [
        head,
        _run(outcome),
        _counts(outcome),
        _latency(outcome),
        _strikes(outcome),
        _memory(outcome.memory),
        judged,
    ]
    return "\n".join(parts)


def _run(outcome: Outcome) -> str:
    seconds = outcome.ended - outcome.begun
    faults = outcome.faults
    found = "\n".join(f"* {one}" for one in faults[:50]) if faults else "**Nothing was found that must not be.**"
    seed, rate, kept = outcome.plan.seed, outcome.plan.rate, len(outcome.load.book.told) / seconds
    slow = f" {SLOW}" if kept < 0.9 * rate else ""
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {outcome.environment}.\n\nThe load ran for {seconds:.0f} s, seed {seed} (`make "
        f"soak SEED={seed}` makes the same choices; they meet other moments).\n\n## What was found\n\n{found}\n\n"
        f"Of the {rate:.0f} commands a second that were due, {kept:.0f} were told.{slow}\n"
    )


def _counts(outcome: Outcome) -> str:
    counts, load = outcome.verdict.counts, outcome.load
    told = load.book.told
    seconds = outcome.ended - outcome.begun
    quiet = f"{outcome.quiet_after:.0f} s" if outcome.quiet_after is not None else "never"
    rows = [
        ("commands told", f"{len(told)}, {len(told) / seconds:.1f}/s"),
        ("turns nobody could take for ten seconds, and were skipped", load.pace.skipped),
        ("acknowledged", counts["acknowledged"]),
        ("of these, after more than one attempt", sum(1 for one in told if one.receipt and one.attempts > 1)),
        ("refused (the story of a conflict of interest wants it)", _refusals(told)),
        (
            "without an answer; of these stored all the same",
            f"{counts['unanswered']}; {counts['unanswered, and stored']}",
        ),
        ("stories begun; told to their end", f"{load.stories}; {load.ended}"),
        ("events stored", counts["events"]),
        ("contracts heard, summed over consumers", counts["contracts heard"]),
        ("commands they led to, each stored once", counts["effects"]),
        ("rows of read models, equal to a rebuild", counts["view rows"]),
        ("contracts parked", counts["parked"]),
        ("after the load, until nothing moved any more", quiet),
    ]
    return "## Counts\n\n" + _table(("what", "how many"), rows)


def _refusals(told: Sequence[Told]) -> str:
    return ", ".join(f"{code}: {n}" for code, n in Counter(one.refusal for one in told if one.refusal).items()) or "0"


def _latency(outcome: Outcome) -> str:
    answered = [one for one in outcome.load.book.told if one.receipt]
    outages = [(one.at, one.at + (one.seconds or 0.0)) for one in outcome.strikes]
    during = [one for one in answered if any(begun <= one.due <= ended for begun, ended in outages)]
    known = {one.command_id for one in during}
    calm = [one for one in answered if one.command_id not in known]
    rows = [
        _times("all", answered),
        _times("due while something was down", during),
        _times("due while all was up", calm),
    ]
    return (
        "## How long a command took\n\nFrom the moment it was due until its acknowledgement, waiting and repeating "
        "included.\n\n" + _table(("commands", "how many", "p50", "p99", "longest"), rows)
    )


def _times(what: str, told: Sequence[Told]) -> tuple[object, ...]:
    times = sorted(one.milliseconds for one in told)
    if not times:
        return what, 0, "", "", ""
    p50, p99 = (times[int(share * (len(times) - 1))] for share in (0.5, 0.99))
    return what, len(times), f"{p50:.0f} ms", f"{p99:.0f} ms", f"{times[-1] / 1000:.1f} s"


def _strikes(outcome: Outcome) -> str:
    kinds = sorted({(one.who, one.how) for one in outcome.strikes})
    rows = [_recovery(who, how, [one for one in outcome.strikes if one.who == who]) for who, how in kinds]
    again = Counter(outcome.ended_by_themselves)
    ended = ", ".join(f"{who} {n}" for who, n in sorted(again.items())) or "none"
    return (
        f"## What was ended, and when it answered again\n\n{len(outcome.strikes)} strikes. Back means: a door or "
        "gateway listens, a worker says that it has started, a server accepts connections. Most of it is Python "
        "starting.\n\n"
        + _table(("who", "how", "times", "back after (median)", "at most"), rows)
        + f"\nEnded by themselves and started again by the supervisor: {ended}.\n"
    )


def _recovery(who: str, how: str, strikes: Iterable[Strike]) -> tuple[object, ...]:
    times = [one.seconds for one in strikes if one.seconds is not None]
    shown = {BROKER: "RabbitMQ", DATABASE: "PostgreSQL"}.get(who, who)
    count = sum(1 for _ in strikes)
    return (
        (shown, how, count, f"{median(times):.1f} s", f"{max(times):.1f} s")
        if times
        else (shown, how, count, "never", "")
    )


def _memory(memory: Sequence[Held]) -> str:
    return "## Memory\n\n" + _table(
        ("process", "lives", "judged", "least", "most", "slope", ""), [_held(one) for one in memory]
    )


def _held(one: Held) -> tuple[object, ...]:
    slope = "" if one.slope is None else f"{one.slope:+.2f} MB/min"
    verdict = "not judged" if one.slope is None else "flat" if one.flat else "**grows**"
    return (
        one.who,
        one.lives,
        f"{one.judged_seconds:.0f} s",
        f"{one.least:.0f} MB",
        f"{one.most:.0f} MB",
        slope,
        verdict,
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    return "".join(f"{line}\n" for line in _lines(head, rows))


def _lines(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(str(cell) for cell in row)} |"
