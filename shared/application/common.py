"""What every service answers alike: the history of a case, what it hangs on, and how far the service has come."""

from __future__ import annotations

from collections.abc import Sequence

from shared.application.aggregate import Aggregate
from shared.application.case_links import CaseLinks, ReadLinks, read_links
from shared.application.case_steps import CaseSteps, ReadCase, read_case
from shared.application.desk import Desk
from shared.application.routes import SYSTEM, Question, Route, keep_up
from shared.application.rulebook import RULEBOOK, RULEBOOK_ID, AdoptRule, adopt_rule
from shared.application.standing import ReadStanding, Standing, read_standing
from shared.contracts.roles import STAFF_ROLES

EVERYBODY = STAFF_ROLES | {"platform_operator", SYSTEM}
READERS_OF_CASES = EVERYBODY - {"integrator", "platform_operator"}


def common_routes() -> tuple[Route, ...]:
    """Commands every service takes."""
    return (
        Route(
            command=AdoptRule,
            by=frozenset({SYSTEM}),
            does=keep_up(RULEBOOK, lambda _command: RULEBOOK_ID, adopt_rule),
        ),
    )


def common_questions(service: str, aggregates: Sequence[Aggregate]) -> tuple[Question, ...]:
    """Questions every service answers."""

    def case(query: ReadCase, desk: Desk) -> CaseSteps:
        return read_case(service, aggregates, query, desk)

    def links(query: ReadLinks, desk: Desk) -> CaseLinks:
        return read_links(service, query, desk)

    def standing(_query: ReadStanding, desk: Desk) -> Standing:
        return read_standing(service, desk)

    return (
        Question(query=ReadCase, answer=CaseSteps, by=READERS_OF_CASES, answers=case),
        Question(query=ReadLinks, answer=CaseLinks, by=READERS_OF_CASES, answers=links),
        Question(query=ReadStanding, answer=Standing, by=EVERYBODY, answers=standing),
    )
