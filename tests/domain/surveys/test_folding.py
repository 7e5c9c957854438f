"""Whatever order facts come in, they can be folded, and each thing stays in one of its stages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.complaints.domain import complaint
from services.complaints.domain import events as of_complaints
from services.surveys.domain import campaign, invitation
from services.surveys.domain import events as of_surveys
from shared.application.catalogue import Catalogue
from tests.contracts.samples import sample

FACTS = [sample(cls) for cls in Catalogue(of_complaints, of_surveys).types.values()]


@pytest.mark.parametrize(
    ("evolve", "stages", "begins"),
    [
        (complaint.evolve, complaint.Stage, of_complaints.ComplaintReceived),
        (campaign.evolve, campaign.Stage, of_surveys.SurveyCampaignDesigned),
        (invitation.evolve, invitation.Stage, of_surveys.RespondentInvited),
    ],
)
@given(facts=st.lists(st.sampled_from(FACTS), max_size=12))
def test_facts_fold_in_any_order(
    evolve: Callable[[Any, Any], Any], stages: Any, begins: type, facts: list[Any]
) -> None:
    state = None
    for fact in facts:
        state = evolve(state, fact)
    assert (state is not None) == any(isinstance(fact, begins) for fact in facts)
    assert state is None or state.stage in get_args(stages)
