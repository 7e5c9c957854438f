"""Which forms the page of a case offers, and where: under an obstacle, as the next step, or among the others."""

from __future__ import annotations

from collections.abc import Iterator

from gateways.portal.case_forms import ACTIONS, form_of
from gateways.portal.case_view import Case
from gateways.portal.evidence_forms import evidence_forms, leaving
from gateways.portal.forms import Form, can_be_filled, no_such_form
from gateways.portal.visit import Visit

ANSWERS = {
    "declaration_missing": "SignDeclaration",
    "declaration_void": "SignDeclaration",
    "process_not_explained": "ExplainProcess",
    "criteria_not_given": "ProvideCriteria",
    "contact_not_agreed": "AgreeContactChannel",
    "outreach_not_confirmed": "ConfirmOutreach",
}
"""What would remove an obstacle: the form is shown under it."""
FORWARD = {
    "open": "SubmitSupportRequest",
    "in_clarification": "ClarifyProcedures",
    "awaiting_information": "SupplyInformation",
    "submitted": "CompleteSupportRequest",
    "completed": "ReferToReview",
    "queried_in_review": "SupplyInformation",
    "decided": "CommunicateDecision",
    "in_service": "DeliverService",
    "delivered": "CloseRequest",
    "not_delivered": "CloseRequest",
}
"""The usual next step of each stage: shown as the main one."""
AFTER_REPLY = {"approved": "StartService", "rejected": "CloseRequest"}
"""After the reply it depends on what was decided."""


def forward(case: Case, forms: dict[str, Form]) -> Form | None:
    """The main one of what is offered."""
    return forms.get(forward_of(case.now.stage, case.now.outcome))


def forward_of(stage: str, outcome: str | None) -> str:
    """The usual next step; empty where there is none."""
    return AFTER_REPLY.get(outcome or "", "") if stage == "replied" else FORWARD.get(stage, "")


def offered(case: Case, visit: Visit) -> dict[str, Form]:
    """What the stage is ready for and one of the visitor's roles may ask."""
    forms = (form_of(name, case) for name in _names(case) if name in ACTIONS and visit.may("intake", name))
    return {form.command: form for form in forms if can_be_filled(form)}


def solving(case: Case, forms: dict[str, Form]) -> dict[str, Form]:
    """The form under each obstacle."""
    answers = {one.code: ANSWERS.get(one.code, "") for one in case.now.obstacles}
    return {code: forms[name] for code, name in answers.items() if name in forms}


def _names(case: Case) -> Iterator[str]:
    obstacles = {one.code for one in case.now.obstacles}
    if "contact_not_agreed" in obstacles:
        yield "AgreeContactChannel"
    for name in case.now.next_commands:
        if name != "ConfirmOutreach" or "outreach_not_confirmed" in obstacles:
            yield name


def asked(command: str, case: Case) -> Form:
    """The form a post is for; raises NotFound."""
    if command in ACTIONS:
        return form_of(command, case)
    form = evidence_forms(case).get(command) or (leaving(case) if command == "EndReception" else None)
    if form is None:
        raise no_such_form()
    return form
