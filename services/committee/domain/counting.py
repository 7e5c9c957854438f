"""What the reviewing body counts, with its noun in both languages."""

from __future__ import annotations

from shared.locale.counting import Noun, counted

ITEMS: Noun = ("بند واحد", "بندان", "بنود", "بندًا", "بند", "item", "items")
MEMBERS: Noun = ("عضو واحد", "عضوان", "أعضاء", "عضوًا", "عضو", "member", "members")
VOTES: Noun = ("صوت واحد", "صوتان", "أصوات", "صوتًا", "صوت", "vote", "votes")


def both(name: str, n: int, noun: Noun) -> dict[str, str]:
    """The parameters of a refusal: `name` in its English sentence, `name`_ar in the Arabic one."""
    return {name: counted(n, noun, "en"), f"{name}_ar": counted(n, noun, "ar")}
