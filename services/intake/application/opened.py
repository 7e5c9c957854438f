"""Use cases on things whose stream may begin with a refused attempt."""

from __future__ import annotations

from typing import Any

from shared.application.aggregate import Aggregate
from shared.application.routes import Decide, UseCase, decide_on
from shared.application.streams import no_such
from shared.application.work import Work


def going_on(aggregate: Aggregate, id_field: str, decide: Decide) -> UseCase:
    """As `change`, but what was only ever attempted does not exist."""

    def use_case(command: Any, work: Work) -> None:
        id_ = getattr(command, id_field)
        if work.existing(aggregate, id_) is None:
            raise no_such(aggregate)
        decide_on(aggregate, id_, decide, command, work)

    return use_case
