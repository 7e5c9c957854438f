"""What people call an association: «كادي» for «جمعية كادي»."""

from __future__ import annotations

KINDS = frozenset(
    [
        "جمعية",
        "الجمعية",
        "التعاونية",
        "تعاونية",
        "الخيرية",
        "الأهلية",
        "مؤسسة",
        "المؤسسة",
        "The",
        "Association",
        "Society",
        "Cooperative",
        "Foundation",
    ]
)


def short_name(name: str) -> str:
    """The first word that not every association has in its name."""
    return next((word for word in name.split() if word not in KINDS), name)
