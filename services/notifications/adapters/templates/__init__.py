"""The platform's own wording of every message, one file each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from services.notifications.domain.commands import Texts
from services.notifications.domain.refusals import unknown_template
from services.notifications.domain.template import Template, template_of


@cache
def built_in() -> Mapping[str, Template]:
    """Code -> wording."""
    found = (file for file in files(__name__).iterdir() if file.name.endswith(".toml"))
    return {code: _read(code, text) for code, text in ((file.name[:-5], file.read_text("utf-8")) for file in found)}


def built_in_template(code: str) -> Template:
    """One of them. Refused: `unknown_template`."""
    unknown_template.unless(code in built_in(), code=code)
    return built_in()[code]


def _read(code: str, text: str) -> Template:
    told = tomllib.loads(text)
    return template_of(code, 1, Texts(**told["ar"]), Texts(**told["en"]))
