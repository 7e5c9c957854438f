"""The four errors of the kernel, and refusals as bilingual named reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something is refused: a stable code and one sentence in each language.

    `en` and `ar` are `str.format` templates; their parameters are codes, dates and counts, never personal data. Several
    codes are listed with the comma of each language.
    """

    code: str
    en: str
    ar: str

    def refused(self, **params: Any) -> Refused:
        """The error to raise, its sentences filled with `params`."""
        return Refused(
            self.code, en=self.en.format(**_listed(params, ", ")), ar=self.ar.format(**_listed(params, "، "))
        )

    def unless(self, holds: bool, **params: Any) -> None:
        """Raise this refusal unless the rule `holds`."""
        if not holds:
            raise self.refused(**params)


def _listed(params: dict[str, Any], comma: str) -> dict[str, Any]:
    return {name: comma.join(each) if isinstance(each, list | tuple) else each for name, each in params.items()}


class SanadError(Exception):
    """A request that is answered with a reason; carries `code` and one sentence in English and Arabic."""

    def __init__(self, code: str, *, en: str, ar: str) -> None:
        super().__init__(f"{code}: {en}")
        self.code = code
        self.en = en
        self.ar = ar


class Refused(SanadError):
    """A rule says no. `on_record` holds the events that must be stored although the command is refused."""

    def __init__(self, code: str, *, en: str, ar: str) -> None:
        super().__init__(code, en=en, ar=ar)
        self.on_record: tuple[Any, ...] = ()

    def recording(self, *events: Any) -> Refused:
        """The same refusal, to be stored together with `events`, which an auditor would ask about."""
        self.on_record = events
        return self


class NotFound(SanadError):
    """No such thing in this tenant (another tenant's things do not exist either)."""


class Conflict(SanadError):
    """The stored state does not admit this append: version clash, or a command id used for other content."""


class Forbidden(SanadError):
    """The caller is not known, or not permitted to do this."""
