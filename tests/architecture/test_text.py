"""What the product's text must not hold: places of one machine, promises without an owner, hosts of registries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.sources import named, text_files

# Each pattern has a bracket somewhere, so that this file does not hold what it looks for.
FORBIDDEN = {
    "a folder of one machine": re.compile(r"/wor[k]/|/roo[t]/|/opt/pyp[i]"),
    "a paper that is not part of the product": re.compile(r"\b(DESIG[N]|STYL[E]|DOMAI[N]|COMMO[N])\.md"),
    "a writing tool": re.compile(r"\b(Claud[e]|ChatGP[T]|LL[M])\b"),
    "a promise without an owner": re.compile(r"\b(TOD[O]|FIXM[E]|XX[X])\b(?!\()"),
    "the host of a package registry": re.compile(r"pypi\.or[g]|pythonhoste[d]|registry\.npmj[s]|deb\.debia[n]"),
    "an unfinished merge": re.compile(r"^(<{7}|>{7}) ", re.MULTILINE),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_text_holds(what: str) -> None:
    found = [named(path) for path in text_files() if FORBIDDEN[what].search(_text(path))]
    assert found == []


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""
