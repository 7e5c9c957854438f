"""Markers: values of an invented person that occur nowhere else, and every form in which a leak could carry them."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

from gateways.rehearsal.people import Applicant, applicant
from gateways.rehearsal.story import Story
from shared.locale.identity_numbers import luhn_total
from shared.locale.names import search_key
from shared.locale.telephones import parse_telephone

# Every text a case gives to the vault, by command.
TEXTS: Mapping[str, tuple[str, ...]] = {
    "intake.AddEvidence": ("document",),
    "intake.SignDeclaration": ("signed_content",),
    "intake.DeliverService": ("details",),
    "intake.ReceiveInquiry": ("question",),
    "intake.AnswerInquiry": ("answer",),
    "intake.RecordCaseEntry": ("text",),
    "intake.MakeSuggestion": ("text",),
    "committee.RecordStudy": ("study",),
    "committee.RecordDecision": ("reasons", "award"),
    "complaints.FileComplaint": ("narrative",),
}
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def _word(length: int = 9) -> str:
    return "".join(random.choices(_LETTERS, k=length))


def _national_id() -> str:
    start = f"19{random.randrange(10**7):07d}"
    return next(number for number in (f"{start}{check}" for check in range(10)) if luhn_total(number) % 10 == 0)


def _texts() -> dict[str, str]:
    return {f"{name} {each}": f"نصّ سرّي {_word()} {each}" for name, fields in TEXTS.items() for each in fields}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody invented; every instance is another one."""

    name: str = field(default_factory=lambda: f"أُمامة بنت عبد الله {_word()}ى")
    national_id: str = field(default_factory=_national_id)
    phone: str = field(default_factory=lambda: f"055{random.randrange(10**7):07d}")
    email: str = field(default_factory=lambda: f"marker{random.randrange(10**9):09d}@example.test")
    address: str = field(default_factory=lambda: f"حي {_word()}، شارع {_word()}")
    texts: Mapping[str, str] = field(default_factory=_texts)

    def values(self) -> dict[str, str]:
        """All that may not get out, by what it is; what others derive from it as well."""
        return {
            "name": self.name,
            "family name": self.name.split()[-1],
            "search key": search_key(self.name),
            "national id": self.national_id,
            "telephone": self.phone,
            "telephone, E.164": parse_telephone(self.phone).e164,
            "telephone, without prefix": self.phone[1:],
            "e-mail": self.email,
            "address": self.address,
            **self.texts,
        }


def forms(value: str) -> Iterator[bytes]:
    """A value as it may lie in bytes: plain, escaped in JSON once and twice, base64 at any offset, hex, URL, UTF-16."""
    plain = value.encode()
    escaped = json.dumps(value)[1:-1]
    yield plain
    yield from (text.encode() for text in (escaped, escaped.replace("\\", "\\\\"), repr(plain)[2:-1], quote(value)))
    yield from (text.encode() for text in (plain.hex(), plain.hex().upper()))
    yield value.encode("utf-16-le")
    for offset in range(3):
        # The characters at either end depend on the neighbours.
        coded = base64.b64encode(b"\0" * offset + plain + b"\0" * 3)
        inner = coded[4 if offset else 0 : (offset + len(plain)) // 3 * 4]
        yield inner
        yield inner.translate(bytes.maketrans(b"+/", b"-_"))


def found(person: Person, haystack: bytes | str) -> set[str]:
    """What of a person lies in there, by what it is, never the value itself."""
    where = haystack.encode() if isinstance(haystack, str) else haystack
    return {what for what, value in person.values().items() if any(form in where for form in forms(value))}


def leaks(person: Person, told: Mapping[str, bytes]) -> dict[str, set[str]]:
    """Where something of a person lies, and what."""
    return {where: what for where, content in told.items() if (what := found(person, content))}


@dataclass(slots=True, kw_only=True)
class MarkedStory(Story):
    """A case of which everything personal is a marker."""

    person: Person = field(default_factory=Person)

    def tell(self, who: str, name: str, what: str, **words: Any) -> dict[str, Any]:
        """As usual, with markers for all texts."""
        marked = {each: self.person.texts[f"{name} {each}"] for each in TEXTS.get(name, ())}
        if "document" in marked:
            marked |= {"copy_basis": "law", "destroy_on": "2027-01-01"}
        return Story.tell(self, who, name, what, **words | marked)

    def applicant(self) -> Applicant:
        """An applicant of the association with the markers' name and number."""
        usual = applicant(self.tenant)
        identity = {"kind": "national_id", "number": self.person.national_id}
        return replace(usual, profile={**usual.profile, "name": self.person.name}, identity=identity)

    def contact_points(self) -> Any:
        """Under the usual ids, with markers for values."""
        return [
            {"contact_point_id": "phone-1", "kind": "phone", "value": self.person.phone},
            {"contact_point_id": "mail-1", "kind": "email", "value": self.person.email},
            {"contact_point_id": "home-1", "kind": "address", "value": self.person.address},
        ]


def beside_the_case(story: MarkedStory) -> None:
    """An inquiry, an entry in the case file, a suggestion and a complaint by the same person."""
    beneficiary = story.id("beneficiary")
    asker = {"inquiry_id": story.id("inquiry"), "asker_id": beneficiary}
    story.tell("officer-1", "intake.ReceiveInquiry", "", **asker, topic_code="reply", channel="interview")
    story.tell("officer-1", "intake.AnswerInquiry", "", **asker, answer_source="policy")
    story.on_request("officer-1", "OpenCaseFile", "")
    story.on_request("officer-1", "RecordCaseEntry", "", beneficiary_id=beneficiary, kind="note")
    suggestion = {"suggestion_id": story.id("suggestion"), "maker_id": beneficiary, "channel": "interview"}
    story.tell("officer-1", "intake.MakeSuggestion", "", **suggestion)
    complaint = {"complaint_id": story.id("complaint"), "complainant_id": beneficiary, "channel": "website"}
    story.tell(
        "follow-up-1",
        "complaints.FileComplaint",
        "",
        **complaint,
        type="complaint",
        remedy_code="apology",
        request_id=story.request_id,
    )
