"""The reviewing body as each association's policy calls it, wherever our texts have the generic term."""

from __future__ import annotations

from gateways.portal.looks import Pair

GENERIC: Pair = ("جهة الدراسة", "reviewing body")
"""The one term our catalogues and the services use of it, and what it is called where no policy is in force yet."""


def in_running_text(name: Pair) -> Pair:
    """The name as it stands within a sentence: «لجنة البحث», research committee."""
    return name[0], name[1][:1].lower() + name[1][1:]


def by_its_name(text: str, body: Pair) -> str:
    """A text of ours, with the association's own name of its reviewing body in either language."""
    for generic, own in zip(GENERIC, body, strict=True):
        text = text.replace(generic, own)
    return text
