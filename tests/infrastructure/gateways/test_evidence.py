"""A file of evidence stands by itself: it checks without a platform, and no change to it goes unseen."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from gateways.audit.evidence import canonical, check, evidence_file, sha256
from gateways.audit.replay import CaseEvidence, CaseHistory, ExportCase, Replayer
from gateways.audit.verifying import Proof, verify
from shared.domain.actor import Actor
from shared.domain.refusals import Forbidden, Refused
from tests.infrastructure.gateways.test_verifying import NINE, TENANT, whole

OFFICER = Actor(tenant=TENANT, kind="staff", ref="officer-1", roles=frozenset({"beneficiary_relations_officer"}))
Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def told() -> dict[str, Any]:
    """A file as it is written."""
    steps, links = whole()
    history = CaseHistory(case_id="q-1", until=None, steps=tuple(steps), states=(), proof=verify(TENANT, steps, links))
    return evidence_file(CaseEvidence(history=history, links=tuple(links)), OFFICER, NINE)


def sealed_anew(told: dict[str, Any]) -> bytes:
    """As somebody would write it who has changed it and knows how its hashes are made."""
    for step in told["steps"]:
        step["sha256"] = sha256(step["data"])
    rest = {name: value for name, value in told.items() if name != "sha256"}
    return json.dumps(rest | {"sha256": sha256(canonical(rest))}).encode()


def test_a_file_gives_the_proof_it_was_taken_with_however_it_is_spelt(told: dict[str, Any]) -> None:
    whole_proof = Proof(events=4, streams=2, causes=2, contents=1, destroyed=0)
    assert check(json.dumps(told, indent=3, ensure_ascii=False).encode()) == whole_proof
    assert check(json.dumps(dict(reversed(told.items()))).encode()) == whole_proof


CHANGES: dict[str, Change] = {
    "a step is taken out": lambda told: told["steps"].pop(1),
    "what an event holds is changed": lambda told: told["steps"][0].update(data='{"a":1}'),
    "who did it is changed": lambda told: told["steps"][0].update(actor_ref="staff-2"),
    "the check's answer is changed": lambda told: told["check"].update(events=5),
    "its last hash is gone": lambda told: told.pop("sha256"),
    "it is another kind of file": lambda told: told.update(format="other/1"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_changed_file_is_refused(told: dict[str, Any], what: str) -> None:
    CHANGES[what](told)
    with pytest.raises(Refused, match="not_evidence"):
        check(json.dumps(told).encode())


def test_hashes_made_anew_do_not_hide_an_event_that_was_taken_out(told: dict[str, Any]) -> None:
    told["links"][0]["links"].pop(1)
    told["steps"].pop(1)
    assert check(sealed_anew(told)).fault is not None


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"sha256": 1}', b"\xff"])
def test_what_is_no_evidence_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="not_evidence"):
        check(content)


def test_not_everybody_who_reads_a_case_takes_it_away() -> None:
    replayer = Replayer((), lambda *_: pytest.fail("nobody is asked"))
    with pytest.raises(Forbidden, match="not_permitted"):
        replayer.answer(ExportCase(case_id="q-1"), replace(OFFICER, roles=frozenset({"service_provider"})))
