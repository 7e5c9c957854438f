"""How often something is tried, and what its failure is called."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from shared.domain.refusals import Forbidden, Refused, SanadError


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """reason: a refusal's code or the kind of an error, never its words, which might repeat what somebody wrote."""

    reason: str
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Bounded attempts; the pause (seconds) doubles each time."""

    attempts: int = 5
    pause: float = 0.1
    sleep: Callable[[float], None] = time.sleep

    def attempt(self, work: Callable[[], object]) -> Failure | None:
        """Do the work; what is refused stays refused, anything else may pass."""
        for number in range(1, self.attempts + 1):
            try:
                work()
                return None
            except (Refused, Forbidden) as refused:
                return Failure(reason=refused.code, attempts=number)
            except Exception as error:  # noqa: BLE001  # whatever it is, the case waits and others flow
                failure = Failure(reason=_kind(error), attempts=number)
            if number < self.attempts:
                self.sleep(self.pause * 2 ** (number - 1))
        return failure


def _kind(error: Exception) -> str:
    return error.code if isinstance(error, SanadError) else type(error).__name__
