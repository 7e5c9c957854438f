"""Names compared: a search key derived from a name, and how alike two names are.

A key is personal data like the name itself; what is shown is always the name as entered.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import combinations

from rapidfuzz.fuzz import token_sort_ratio

from shared.locale.digits import ascii_digits

ALIKE = 90.0
LONGEST_NAME = 8
BINDING = frozenset({"عبد", "أبو", "ابو", "أم", "ام"})
TATWEEL = "\u0640"
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("آأإٱٲٳ", "ا"),
        **dict.fromkeys("ىیئ", "ي"),
        "ؤ": "و",
        "ة": "ه",
        "ک": "ك",
        **dict.fromkeys("ءٴ", ""),
    }
)
_ABD = re.compile(r"\bعبد\s+(?=\S)")
_OF = re.compile(r"(?<!\S)(?:بن|بنت|ابن)(?!\S)")


def search_key(name: str) -> str:
    """The form under which spellings of one name meet: أحمد = احمد, فاطمة بنت إبراهيم = فاطمه ابراهيم."""
    plain = "".join(filter(_is_kept, unicodedata.normalize("NFKC", name)))
    folded = ascii_digits(plain.translate(_FOLDED)).casefold()
    return " ".join(_OF.sub(" ", _ABD.sub("عبد", folded)).split())


def name_pairs(name: str) -> tuple[str, ...]:
    """Every two words of a name in their order, as they are looked for: نورة محمد الشهري is found by نورة الشهري too.

    One word alone is no key: too many bear it, and how often a key occurs shows even where what it says does not.
    """
    words = [word.removeprefix("ال") or word for word in search_key(name).split() if word != "ال"][:LONGEST_NAME]
    return tuple(dict.fromkeys(f"{one} {other}" for one, other in combinations(words, 2)))


def likeness(one: str, other: str) -> float:
    """0 to 100: how alike the keys of two names are, whatever the order of their words."""
    return token_sort_ratio(search_key(one), search_key(other))


def are_alike(one: str, other: str) -> bool:
    """Whether two names are near enough to be shown as possible duplicates; a person decides."""
    return likeness(one, other) >= ALIKE


def given_name(name: str) -> str:
    """What somebody is greeted by: the first word, with the one it is bound to, as in عبد الرحمن and أم كلثوم."""
    words = [word for word in name.split() if not word.endswith(".")] or name.split()
    return " ".join(words[:2] if words[0] in BINDING else words[:1])


def _is_kept(character: str) -> bool:
    """Vowel marks and Quranic signs are combining marks (Mn), direction and zero-width characters are formats (Cf)."""
    return character != TATWEEL and unicodedata.category(character) not in ("Mn", "Cf")


def initials(name: str) -> str:
    """A name in a form others may see: «عبد الرحمن بن سالم الغانم» is «ع. س. غ.», Maryam Saleh is M. S."""
    words = _OF.sub(" ", _ABD.sub("عبد", name)).split()
    firsts = (word.removeprefix("ال")[:1] or word[:1] for word in words)
    return " ".join(f"{first.upper()}." for first in firsts)
