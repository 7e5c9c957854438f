"""A case's evidence as one file to take away: its events with their hashes, what they hang on, and how to check it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from gateways.audit.replay import CaseEvidence
from gateways.audit.verifying import Proof, verify
from shared import codec
from shared.application.case_links import CaseLinks
from shared.application.case_steps import Step
from shared.domain.actor import Actor
from shared.domain.refusals import Reason

FORMAT = "sanad.evidence/1"
READ_ME: Mapping[str, tuple[str, ...]] = {
    "ar": (
        "هذا سجل حالة واحدة كما رواه سند وقت أخذه. لا اسم فيه ولا رقم هوية: الأشخاص بمراجعهم، وما خُتم ببصمته وحدها.",
        "steps: الأحداث بترتيبها، وفي data محتوى كل حدث كما سُجّل، وفي sha256 بصمته.",
        "links: تسلسل كل ما تمسه الحالة من أول حدث فيه، وبه يُعرف أن شيئًا لم ينقص. check: نتيجة الفحص وقت الأخذ.",
        "sha256 في آخر الملف بصمة ما قبله كله. للتحقق: sanad evidence FILE، أو احسب البصمات بأي أداة.",
        "البصمة ليست توقيعًا: تكشف تغيير الملف متى حُفظت في يد أخرى. ولا يُكشف سجل أعيدت كتابته كله، ولا حذف آخر حدث.",
    ),
    "en": (
        "The record of one case as Sanad told it when it was taken. It names nobody: people are references, and what "
        "was sealed is here by its hash only.",
        "steps: the events in order; data is each event’s content as it is stored, sha256 its hash.",
        "links: every sequence the case touches, from its first event, so that nothing can be missing. check: what "
        "was found when it was taken.",
        "The last sha256 is the hash of all that stands before it. To check: sanad evidence FILE, or compute the "
        "hashes with any tool (SHA-256 over the JSON with sorted keys and no blanks, without that last field).",
        "The hash is no signature: it reveals a change of the file once it is kept in other hands. A record written "
        "anew as a whole, or the last event of a sequence cut off, is not revealed.",
    ),
}
not_evidence = Reason(
    code="not_evidence",
    en="This file is no evidence of a case, or was changed since it was taken: its hash does not agree.",
    ar="ليس هذا ملف أدلة حالة، أو غُيّر بعد أخذه: بصمته لا توافق محتواه.",
)


def evidence_file(taken: CaseEvidence, by: Actor, at: datetime) -> dict[str, Any]:
    """The file's content; states are left out, since they follow from the events."""
    told = {
        "format": FORMAT,
        "read_me": {language: list(lines) for language, lines in READ_ME.items()},
        "association": by.tenant,
        "case_id": taken.history.case_id,
        "taken_at": at.isoformat(),
        "taken_by": by.ref,
        "check": codec.to_words(taken.history.proof) if taken.history.proof else None,
        "steps": [codec.to_words(step) | {"sha256": sha256(step.data)} for step in taken.history.steps],
        "links": [codec.to_words(part) for part in taken.links],
    }
    return told | {"sha256": sha256(canonical(told))}


def check(content: bytes) -> Proof:
    """What the arithmetic says about a file; raises Refused for one whose hashes do not agree."""
    try:
        told = json.loads(content)
        claimed = told.pop("sha256")
        whole = told["format"] == FORMAT and claimed == sha256(canonical(told))
        steps = [{name: value for name, value in step.items() if name != "sha256"} for step in told["steps"]]
        whole = whole and all(step["sha256"] == sha256(step["data"]) for step in told["steps"])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise not_evidence.refused() from None
    not_evidence.unless(whole)
    read = [codec.from_words(Step, step) for step in steps]
    return verify(told["association"], read, [codec.from_words(CaseLinks, part) for part in told["links"]])


def canonical(told: Mapping[str, Any]) -> str:
    """One spelling of the same content."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(text: str) -> str:
    """In hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
