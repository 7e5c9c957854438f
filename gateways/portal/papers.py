"""What the steps of a case say about its papers up to a moment: who checked an item, the declaration, the contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from gateways.portal.timeline import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """by: who matched an item or refused it, empty where nobody has. kept: whether a copy was kept."""

    by: str
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """How, and over which revision of the data."""

    state: Literal["matched", "rejected"]
    method: str
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """Of one case as far as its steps go. agreed: channel and contact point, None before."""

    items: Mapping[str, Checked]
    declaration: Signed | None
    agreed: tuple[str, str] | None


def papers_of(steps: Sequence[Told]) -> Papers:
    """Told in order, so that the last word counts."""
    items: dict[str, Checked] = {}
    signed: Signed | None = None
    agreed: tuple[str, str] | None = None
    for one in steps:
        match one.step.type, one.facts:
            case "EvidenceAdded", {"item_code": code}:
                items[code] = Checked(by="", kept=one.facts.get("document") is not None)
            case (("EvidenceMatched" | "EvidenceRejected"), {"item_code": code, "verified_by": who}):
                items[code] = Checked(by=who, kept=code in items and items[code].kept)
            case "DeclarationSigned", {"method": method, "data_revision": revision}:
                signed = Signed(state="matched", method=method, revision=revision)
            case "DeclarationInvalidated", _ if signed is not None:
                signed = Signed(state="rejected", method=signed.method, revision=signed.revision)
            case "ContactChannelAgreed", {"channel_code": channel, "contact_point_id": point}:
                agreed = (channel, point)
    return Papers(items=items, declaration=signed, agreed=agreed)
