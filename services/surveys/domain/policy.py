"""What the association's policy says of feedback and surveys, as rules that are true when satisfied."""

from __future__ import annotations

from shared.contracts.governance import PolicyVersionPutInForce

DELIVERY = "service_delivery"

# Kayan, methods 2, calls feedback at each stage its method; the campaign for it bears this platform's word.
NAMED_IN_POLICIES = {"stage_feedback": "stage_evaluation"}


def feedback_is_asked_at(policy: PolicyVersionPutInForce, stage_code: str) -> bool:
    """At the stages the policy lists; where it lists none, rating is still a right: once, after delivery."""
    return stage_code in (policy.feedback_stages or (DELIVERY,))


def method_is_stated(policy: PolicyVersionPutInForce, method: str) -> bool:
    """Whether the policy itself names the method, e.g. Kadi art. 3(8)."""
    return NAMED_IN_POLICIES.get(method, method) in policy.survey_methods
