"""Which clause of an association's text rules each topic: read from the policy file, never known in advance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from services.governance.domain.document import Place
from shared.contracts.governance import Clause

Finder = Callable[[Place], Iterator[Place]]


def under(*keys: str) -> Finder:
    """What stands under these keys."""
    return lambda document: iter((document.at(*keys),))


def step(*codes: str) -> Finder:
    """The dealing step with one of these codes."""
    return coded("dealing_steps", codes=codes)


def coded(*keys: str, codes: tuple[str, ...]) -> Finder:
    """The entries of a list that carry one of these codes."""
    return lambda document: (item for item in document.at(*keys).items() if item.at("code").value in codes)


def each(*keys: str) -> Finder:
    """Every entry of a list."""
    return lambda document: document.at(*keys).items()


# Where a topic may be ruled, best place first: the texts differ in how they divide the same matter.
TOPICS: Mapping[str, tuple[Finder, ...]] = {
    "receive_and_answer": (step("receive_and_answer"),),
    "criteria": (step("receive_complete_and_give_criteria"), step("verify_completeness_match_validity")),
    "completeness": (step("verify_complete_before_departure"), step("verify_completeness_match_validity")),
    "data_matching": (step("verify_completeness_match_validity"),),
    "social_research": (step("refer_to_social_research"),),
    "declaration": (under("declaration"), step("sign_declaration")),
    "explain_referral": (step("explain_referral_and_window", "explain_referral_and_agree_contact"),),
    "contact_channel": (under("contact_preference"),),
    "registration": (step("complete_registration"),),
    "response_window": (under("response_window"), step("reply_within_window")),
    "reviewing_body": (under("reviewing_body"),),
    "decision": (under("reviewing_body"),),
    "service_delivery": (step("deliver_service"), under("service_delivery"), under("service_delivery", "principle")),
    "development_plan": (under("development_plan"),),
    "case_file": (step("document_in_case_file"), under("case_file")),
    "stage_feedback": (step("collect_stage_feedback"),),
    "feedback": (step("collect_stage_feedback"), under("satisfaction", "principle")),
    "complaints": (under("complaints", "handler"), each("complaints", "channels")),
    "amicable_settlement": (under("complaints", "amicable_settlement"),),
    "compensation": (under("compensation", "precondition"), each("compensation", "steps")),
    "satisfaction": (under("satisfaction", "principle"),),
    "acknowledgement": (under("acknowledgement"), under("acknowledgement", "form")),
    "approval": (each("policy", "approvals"),),
    "review": (under("policy", "review"),),
    "outreach": (under("scope", "proactive_outreach"),),
    "information": (
        under("information", "liaison_officer"),
        under("information", "strengthen_channels"),
        under("information", "update_via_approved_means"),
    ),
    "privacy": (coded("relationship_continuity", codes=("privacy_and_confidentiality",)),),
}


def clauses(document: Place) -> tuple[Clause, ...]:
    """One clause for each topic the text rules; a topic it is silent on has none."""
    single = (_first(topic, finders, document) for topic, finders in TOPICS.items())
    listed = (_all(topic, document) for topic in ("channels", "tools"))
    return tuple(clause for clause in (*listed, *single) if clause is not None)


def _first(topic: str, finders: tuple[Finder, ...], document: Place) -> Clause | None:
    found = (place for finder in finders for place in finder(document))
    return next((_clause(topic, place) for place in found if _is_ruled(place)), None)


def _is_ruled(place: Place) -> bool:
    return isinstance(place.value, dict) and place.value.get("clause") is not None


def _clause(topic: str, place: Place) -> Clause:
    words = place.at("title") if place.at("en").value is None else place
    wording = words.wording()
    return Clause(topic=topic, locator=place.at("clause").text(), en=wording.en, ar=wording.ar)


def _all(topic: str, document: Place) -> Clause | None:
    """A list's clause: from the first entry's locator to the last one's, naming them all."""
    entries = [_clause(topic, place) for place in document.at(topic).items() if _is_ruled(place)]
    if not entries:
        return None
    locators = list(dict.fromkeys((entries[0].locator, entries[-1].locator)))
    return Clause(
        topic=topic,
        locator=" – ".join(locators),
        en="; ".join(entry.en for entry in entries),
        ar="؛ ".join(entry.ar for entry in entries),
    )
