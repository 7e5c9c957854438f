"""Sentences of the services in which staff stand by reference, shown with their names where a page knows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup

from gateways.portal.runs import isolated


def with_names(text: str, refs: Iterable[str], staff: Callable[[str], Markup]) -> Markup:
    """The text, each of these references as the page says it; a word that could be any word stays as it is."""
    known = sorted((ref for ref in refs if not ref.isalpha()), key=len, reverse=True)
    if not known:
        return isolated(text)
    found = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, known))})(?![\w-])")
    return Markup("").join(staff(part) if no % 2 else isolated(part) for no, part in enumerate(found.split(text)))
