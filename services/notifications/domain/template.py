"""A message template: the platform's wording first, then the association's own versions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from string import Formatter
from typing import Any

from services.notifications.domain import commands as asked
from services.notifications.domain import events as happened
from services.notifications.domain import refusals
from services.notifications.domain.commands import Texts

NOTHING = Texts(subject="", body="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The wording in force; version 0 before any was used."""

    template_code: str = ""
    version: int = 0
    sha256: str = ""
    ar: Texts = NOTHING
    en: Texts = NOTHING
    by_association: bool = False

    def texts(self, language: str) -> Texts:
        """The wording in a language; Arabic where we have no other."""
        return self.en if language == "en" else self.ar


def evolve(template: Template, event: Any) -> Template:
    """The template after one more version."""
    if isinstance(event, happened.MessageTemplatePublished):
        fresh = template_of(event.template_code, event.version, event.ar, event.en)
        return replace(fresh, by_association=event.by_association)
    return template


def in_force(used: Template, platform: Template) -> Template:
    """The association's own wording, or the platform's as it is now; `used` is what was last in force."""
    if used.by_association or used.sha256 == platform.sha256:
        return used
    return replace(platform, version=used.version + 1)


def template_of(code: str, version: int, ar: Texts, en: Texts) -> Template:
    """A version with the digest of its wording."""
    return Template(template_code=code, version=version, sha256=digest(ar, en), ar=ar, en=en)


def published(template: Template) -> happened.MessageTemplatePublished:
    """The fact that this wording is in force."""
    return happened.MessageTemplatePublished(
        template_code=template.template_code,
        version=template.version,
        body_sha256=template.sha256,
        ar=template.ar,
        en=template.en,
        by_association=template.by_association,
    )


def publish_template(command: asked.PublishTemplate, current: Template) -> happened.MessageTemplatePublished:
    """The association's own wording may say what the present one says, and no more."""
    allowed = set(placeholders(current))
    fresh = template_of(command.template_code, current.version + 1, command.ar, command.en)
    fresh = replace(fresh, by_association=True)
    refusals.text_missing.unless(all(text.strip() for text in _all_texts(fresh)))
    known = ", ".join(sorted(f"{{{name}}}" for name in allowed))
    refusals.unknown_placeholder.unless(_is_well_formed(fresh) and set(placeholders(fresh)) <= allowed, known=known)
    return published(fresh)


def placeholders(template: Template) -> Iterator[str]:
    """The names that stand for what is told."""
    for text in _all_texts(template):
        yield from (name for _, name, _, _ in Formatter().parse(text) if name is not None)


def digest(ar: Texts, en: Texts) -> str:
    """SHA-256 of both wordings."""
    return hashlib.sha256("\0".join((ar.subject, ar.body, en.subject, en.body)).encode()).hexdigest()


def _is_well_formed(template: Template) -> bool:
    """Plain {name} only: no attributes, indexes or formats, which could reach into what is not told."""
    try:
        parts = [part for text in _all_texts(template) for part in Formatter().parse(text)]
    except ValueError:
        return False
    return all(name is None or (name.isidentifier() and not form and not conv) for _, name, form, conv in parts)


def _all_texts(template: Template) -> tuple[str, ...]:
    return template.ar.subject, template.ar.body, template.en.subject, template.en.body
