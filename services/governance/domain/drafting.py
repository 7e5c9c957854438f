"""Making versions: the first, an amendment, another reading of the reply window; and the text of record beside them."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from typing import Any

from services.governance.domain.commands.policy import (
    AmendPolicy,
    DraftPolicy,
    SetWindowInterpretation,
    UploadTextOfRecord,
)
from services.governance.domain.contract import opened, window
from services.governance.domain.document import Place
from services.governance.domain.events.policy import (
    PolicyVersionDrafted,
    TextOfRecordUploaded,
    WindowInterpretationSet,
)
from services.governance.domain.policy import Situation, interpretation_fits
from services.governance.domain.policy_file import checked
from services.governance.domain.policy_version import Policy
from services.governance.domain.refusals import policy as refusals


def draft(command: DraftPolicy, state: Policy, situation: Situation) -> tuple[PolicyVersionDrafted, ...]:
    refusals.policy_exists.unless(not state.versions)
    document = read(command.document)
    version = document.at("policy", "version").whole(1, 10_000)
    return (drafted(document, command.policy_id, version, None, situation),)


def amend(command: AmendPolicy, state: Policy, situation: Situation) -> tuple[PolicyVersionDrafted, ...]:
    next_in_turn(command.version, state)
    return (drafted(read(command.document), command.policy_id, command.version, state.in_force, situation),)


def set_interpretation(
    command: SetWindowInterpretation, state: Policy, situation: Situation
) -> tuple[WindowInterpretationSet | PolicyVersionDrafted, ...]:
    refusals.resolution_required.unless(bool(command.resolution_ref.strip()))
    next_in_turn(command.version, state)
    document = opened(state.current.document)
    fits = interpretation_fits(command.interpretation, window(document.at("response_window")))
    refusals.no_window_to_read.unless(fits)
    changed = reread(document.value, command)
    new = drafted(
        Place(path="", value=changed),
        command.policy_id,
        command.version,
        state.in_force,
        situation,
        resolution_ref=command.resolution_ref,
    )
    return (
        WindowInterpretationSet(
            policy_id=command.policy_id,
            version=command.version,
            interpretation=command.interpretation,
            starts_on=command.starts_on,
            resolution_ref=command.resolution_ref,
        ),
        new,
    )


def reread(document: dict[str, Any], command: SetWindowInterpretation) -> dict[str, Any]:
    """The document as the resolution reads it; what the text itself states stays beside it."""
    stated = document["response_window"]
    reading = {"value": command.interpretation, "resolution_ref": command.resolution_ref}
    starts_on = {**stated.get("starts_on", {}), "value": command.starts_on} if command.starts_on else None
    changed = stated | {"interpretation": reading} | ({"starts_on": starts_on} if starts_on else {})
    return document | {
        "policy": document["policy"] | {"version": command.version},
        "response_window": changed,
    }


def drafted(
    document: Place,
    policy_id: str,
    version: int,
    amends: int | None,
    situation: Situation,
    resolution_ref: str | None = None,
) -> PolicyVersionDrafted:
    """A version made of this document, which must be this association's, this policy's and this version's."""
    checked(document)
    names = (
        document.at("tenant", "id").value,
        document.at("policy", "id").value,
        document.at("policy", "version").value,
    )
    refusals.document_names_other_policy.unless(names == (situation.actor.tenant, policy_id, version))
    text = canonical(document.value)
    return PolicyVersionDrafted(
        policy_id=policy_id,
        version=version,
        document=text,
        document_sha256=hashlib.sha256(text.encode()).hexdigest(),
        text_quality=document.at("source", "text_quality").text_or_none() or "unknown",
        approval_as_imported=approval_as_imported(document.at("policy", "status")),
        amends=amends,
        resolution_ref=resolution_ref,
        drafted_by=situation.actor.ref,
    )


def approval_as_imported(status: Place) -> str:
    """What the text shows. `approved` becomes true only when the approval is recorded with its particulars."""
    unrecorded = "in_force_approval_unrecorded"
    return unrecorded if status.value in (None, "approved") else status.text()


def next_in_turn(version: int, state: Policy) -> None:
    """Versions have no gaps, and only one is worked on at a time."""
    waiting = next((each for each in state.versions if each.stage in ("drafted", "submitted", "approved")), None)
    refusals.draft_pending.unless(waiting is None, version=waiting.number if waiting else 0)
    refusals.version_out_of_turn.unless(version == state.last + 1, expected=state.last + 1)


def read(document: str) -> Place:
    """A document as it was sent; refuses what is no JSON object."""
    place = Place(path="document", value=None)
    try:
        return Place(path="", value=dict(json.loads(document)))
    except (ValueError, TypeError, RecursionError):
        raise place.invalid("a JSON object is expected", "المتوقع كائن JSON") from None


def canonical(document: Any) -> str:
    """One spelling for one content, so that its hash means something."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def upload_text(command: UploadTextOfRecord, state: Policy, situation: Situation) -> tuple[TextOfRecordUploaded, ...]:
    state.version(command.version)
    content = bytes_of(command.content)
    return (
        TextOfRecordUploaded(
            policy_id=command.policy_id,
            version=command.version,
            file=situation.refs["content"],
            byte_count=len(content),
            file_sha256=hashlib.sha256(content).hexdigest(),
        ),
    )


def bytes_of(content: str) -> bytes:
    """The file itself; refuses what is not base64."""
    try:
        return base64.b64decode(content, validate=True)
    except (ValueError, binascii.Error):
        raise refusals.content_unreadable.refused() from None
