"""What the log asks PostgreSQL. The first parameter is the tenant, whose rows alone are seen."""

from __future__ import annotations

from shared.store import rows
from shared.store.postgres_session import Prepared

SET_TENANT = "select set_config('sanad.tenant', %s, true)"
SET_TENANTS = "select set_config('sanad.tenants', %s::text[]::text, true)"
EVENTS = f"select {rows.EVENT_COLUMNS} from event e"


# Plans are made once a connection, and often while a log is still empty, when every index looks alike to the planner;
# the wrong one would be read from end to end for as long as the plan lives. So each question asks for the order of the
# index it means. Several things are looked up one by one (`offset 0` keeps it so), for the same reason.
PAGE = Prepared(
    "sanad_page",
    ("text", "bigint", "bigint"),
    f"{EVENTS} where e.tenant = $1 and e.position > $2 order by e.position limit $3",
)
STREAM = Prepared(
    "sanad_stream",
    ("text", "text", "bigint"),
    f"{EVENTS} where e.tenant = $1 and e.stream = $2 and e.version > $3 order by e.version",
)
STREAMS = Prepared(
    "sanad_streams",
    ("text", "text[]", "bigint[]"),
    f"""select e.* from unnest($2, $3) as wanted(stream, version) cross join lateral ({EVENTS}
        where e.tenant = $1 and e.stream = wanted.stream and e.version > wanted.version
        order by e.version offset 0) e order by e.position""",
)
STREAMS_OF_ALL = Prepared(
    "sanad_streams_of_all",
    ("text[]", "text[]", "bigint[]"),
    f"""select e.* from unnest($1, $2, $3) as wanted(tenant, stream, version) cross join lateral ({EVENTS}
        where e.tenant = wanted.tenant and e.stream = wanted.stream and e.version > wanted.version
        order by e.version offset 0) e order by e.position""",
)
CASES = Prepared(
    "sanad_cases",
    ("text", "text[]"),
    f"""select e.* from unnest($2) as wanted(case_id) cross join lateral ({EVENTS}
        where e.tenant = $1 and e.case_id = wanted.case_id offset 0) e order by e.position""",
)
RECEIPTS = Prepared(
    "sanad_receipts",
    ("text", "uuid[]"),
    f"""select c.* from unnest($2) as wanted(id) cross join lateral (
        select {rows.RECEIPT_COLUMNS} from command where tenant = $1 and command_id = wanted.id offset 0) c""",
)
HEAD = Prepared(
    "sanad_head",
    ("text",),
    "select coalesce((select position from event where tenant = $1 order by position desc limit 1), 0)",
)
POSITION = Prepared(
    "sanad_position",
    ("text", "text"),
    "select coalesce(max(position), 0) from tracking where tenant = $1 and follower = $2",
)
