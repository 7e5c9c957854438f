"""A place inside an association file: reads what must be there and refuses, by its path, what cannot be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from services.governance.domain.policy import CODE
from services.governance.domain.refusals.association import association_file_invalid
from shared.contracts.governance import Wording
from shared.domain.refusals import Refused

LONGEST_TEXT = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """path: as `tenant.name.ar` or `channels[2].code`; value: what parsing found there."""

    path: str
    value: Any

    def invalid(self, expected: str, expected_ar: str) -> Refused:
        """The refusal that names this place, never its content."""
        return association_file_invalid.refused(field=self.path or "file", expected=expected, expected_ar=expected_ar)

    def at(self, *keys: str) -> Place:
        """The place under these keys, holding None where the file says nothing."""
        place = self
        for key in keys:
            inside = place.mapping() if place.value is not None else {}
            place = Place(path=f"{place.path}.{key}" if place.path else key, value=inside.get(key))
        return place

    def mapping(self) -> Mapping[str, Any]:
        if not isinstance(self.value, dict) or not all(isinstance(key, str) for key in self.value):
            raise self.invalid("an object is expected", "المتوقع كائن")
        return self.value

    def only(self, keys: Collection[str]) -> Place:
        """The same place, sure to hold no key beyond these: a misspelt one would be silently lost."""
        if next((key for key in self.mapping() if key not in keys), None) is not None:
            raise self.invalid(f"only these keys are known: {', '.join(sorted(keys))}", "فيه مفتاح غير معروف")
        return self

    def items(self) -> Iterator[Place]:
        """The entries of a list; none where the file says nothing."""
        if self.value is not None and not isinstance(self.value, list):
            raise self.invalid("a list is expected", "المتوقع قائمة")
        for index, item in enumerate(self.value or ()):
            yield Place(path=f"{self.path}[{index}]", value=item)

    def text(self) -> str:
        if not isinstance(self.value, str) or not 0 < len(self.value.strip()) <= LONGEST_TEXT:
            raise self.invalid("text is expected", "المتوقع نص")
        return self.value

    def text_or_none(self) -> str | None:
        return None if self.value is None else self.text()

    def code(self) -> str:
        if not isinstance(self.value, str) or not CODE.fullmatch(self.value):
            raise self.invalid(
                "a code of small Latin letters, digits and _ is expected", "المتوقع رمز بحروف لاتينية صغيرة"
            )
        return self.value

    def one_of(self, *choices: str) -> str:
        if self.value not in choices:
            raise self.invalid(f"one of {', '.join(choices)} is expected", f"المتوقع إحدى القيم {'، '.join(choices)}")
        return str(self.value)

    def whole(self, least: int, most: int) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool) or not least <= self.value <= most:
            raise self.invalid(
                f"a whole number from {least} to {most} is expected", f"المتوقع عدد صحيح بين {least} و{most}"
            )
        return self.value

    def whole_or_none(self, least: int, most: int) -> int | None:
        return None if self.value is None else self.whole(least, most)

    def flag(self) -> bool:
        if not isinstance(self.value, bool):
            raise self.invalid("true or false is expected", "المتوقع true أو false")
        return self.value

    def flag_or(self, otherwise: bool) -> bool:
        return otherwise if self.value is None else self.flag()

    def wording(self) -> Wording:
        """Both languages; neither may be missing."""
        return Wording(en=self.at("en").text(), ar=self.at("ar").text())
