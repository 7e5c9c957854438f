"""How the association kept its reply windows: figures and the requests that stand out, for those who answer for it."""

from __future__ import annotations

from datetime import date

from services.intake.application.asking_of_windows import OutOfLine, ReadWindowsKept, WindowsKept
from services.intake.application.counting_windows import Counted, by_service, counted, figures
from services.intake.application.roles import MANAGEMENT
from services.intake.domain.keeping_windows import OUT_OF_LINE
from services.intake.domain.window import calendar_of, days_left
from services.intake.views.pauses import paused_since
from services.intake.views.selected import completed_between
from shared.application.desk import Desk
from shared.application.routes import Question
from shared.locale.calendars import WorkingCalendar
from shared.locale.dates import local_date
from shared.locale.windows import CALENDAR_DAY

ANSWERABLE = MANAGEMENT | {"auditor", "governance_officer", "board_member"}


def read_windows_kept(query: ReadWindowsKept, desk: Desk) -> WindowsKept:
    """From the list alone; nobody is named in it."""
    engine, tenant = desk.infrastructure.views.engine, desk.actor.tenant
    today, rules = local_date(desk.infrastructure.clock.now()), desk.rules()
    policy, calendar = rules.policy(), calendar_of(rules)
    paused = paused_since(engine, tenant)
    rows = completed_between(engine, tenant, query.first, query.last)
    all_ = [counted(row, today, paused=row["request_id"] in paused) for row in rows]
    clause = policy.clause("response_window") if policy else None
    return WindowsKept(
        all_services=figures(all_),
        by_service=by_service(all_),
        out_of_line=tuple(_out_of_line(one, today, calendar) for one in all_ if one.fate in OUT_OF_LINE),
        clause=clause.locator if clause else None,
        clause_en=clause.en if clause else None,
        clause_ar=clause.ar if clause else None,
        has_last_day=policy is None or policy.window.max_count is not None,
    )


def _out_of_line(one: Counted, today: date, calendar: WorkingCalendar) -> OutOfLine:
    promise, unit = one.promise, one.row["unit"] or CALENDAR_DAY
    if promise.not_before is not None and promise.replied_on is not None and one.fate == "early":
        days, unit = (promise.not_before - promise.replied_on).days, CALENDAR_DAY
    else:
        days = -days_left(promise.due_by or today, promise.replied_on or today, unit, calendar)
    told = {name: one.row[name] for name in ("request_id", "number", "service_code")}
    dates = {name: getattr(promise, name) for name in ("completed_on", "not_before", "due_by", "replied_on")}
    return OutOfLine(**told, **dates, fate=one.fate, days=days, unit=unit)


WINDOWS_KEPT = Question(query=ReadWindowsKept, answer=WindowsKept, by=ANSWERABLE, answers=read_windows_kept)
