"""Personal data as the domain sees it: marked in commands, a reference with a hash in events."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentRef:
    """Where sealed content lies: opaque `ref`, and `sha256` (hex) of the *ciphertext*, never of the content."""

    ref: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """Marks a command's field, as `Annotated[str, Sealed(...)]`, whose content goes to the vault and not into events.

    category: what kind of content, e.g. `profile`; each has its own key per subject.
    subject: the command's field that names whose data it is, e.g. `beneficiary_id`.
    or_else: the field that does where that one is empty, since the person stays unknown.
    found_by: attributes of the content (of each item, if it is a tuple) by whose text the subject can be found again,
    under the kind `<category>.<attribute>`, by each text where an attribute has several; an empty one is left out.
    """

    category: str
    subject: str
    or_else: str = ""
    found_by: tuple[str, ...] = ()
