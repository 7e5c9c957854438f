"""The question of what the association has left open, answered from its settings, policy and calendar as they stand."""

from __future__ import annotations

from services.governance.application.aggregates import ASSOCIATION
from services.governance.domain import gaps
from services.governance.domain.association import Association
from shared.application.desk import Desk
from shared.domain.messages import message
from shared.locale.dates import local_date


@message
class ListGaps:
    """What is not decided, recorded or published yet."""


@message
class GapRow:
    """One gap, in both languages."""

    code: str
    en: str
    ar: str


@message
class GapList:
    """Of the policy, then of the settings, then of the calendar."""

    gaps: tuple[GapRow, ...]


def list_gaps(_query: ListGaps, desk: Desk) -> GapList:
    state: Association = desk.load(ASSOCIATION, desk.actor.tenant)
    rules, settings = desk.rules(), state.settings
    policy, calendar = rules.policy(), rules.calendar
    if policy is None or settings is None:
        return GapList(gaps=())
    found = [*gaps.of_policy(policy), *gaps.of_settings(settings, policy)]
    if calendar is not None:
        today = local_date(desk.infrastructure.clock.now())
        found += gaps.of_calendar(policy, calendar, settings, today)
    return GapList(gaps=tuple(GapRow(code=gap.code, en=gap.en, ar=gap.ar) for gap in found))
