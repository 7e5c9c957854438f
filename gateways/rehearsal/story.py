"""One case, step by step: what each person does, over the platform's ordinary door."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from typing import Any
from uuid import UUID, uuid4, uuid5

from gateways.client import PlatformClient
from gateways.rehearsal.people import CONTACT_POINTS, POINT_OF, applicant, staff, synthetic_number
from shared.application.situation import RIYADH
from shared.domain.refusals import NotFound, SanadError

QUIET = 0.3


class Stuck(Exception):
    """Something that should have followed by itself did not."""


@dataclass(slots=True)
class Story:
    """A case on its way. move_to: sets the platform's clock forward; told: hears what happens. watched: time waits
    until what follows by itself has happened, so that the history reads as it would in life. patience: seconds.

    Ids come from `seed`, and so does every command's id: a story told again from the start changes nothing.
    """

    client: PlatformClient
    tenant: str
    move_to: Callable[[datetime], None]
    told: Callable[[str, str], None] = lambda _who, _what: None
    seed: UUID = field(default_factory=uuid4)
    watched: bool = False
    patience: float = 30.0
    _step: int = 0

    def id(self, name: str) -> str:
        """The id of one of the case's things."""
        return str(uuid5(self.seed, name))

    @property
    def request_id(self) -> str:
        """The case."""
        return self.id("request")

    def tell(self, who: str, name: str, what: str, **words: Any) -> dict[str, Any]:
        """One command by a staff member."""
        self._step += 1
        receipt = self.client.tell(staff(self.tenant, who), name, words, uuid5(self.seed, f"command {self._step}"))
        self.told(who, what)
        return receipt

    def on_request(self, who: str, name: str, what: str, **words: Any) -> dict[str, Any]:
        """One command on the case's request."""
        return self.tell(who, f"intake.{name}", what, request_id=self.request_id, **words)

    def refused(self, who: str, name: str, **words: Any) -> str:
        """A command that must be refused; gives the refusal's code."""
        try:
            self.tell(who, name, "", **words)
        except SanadError as refusal:
            self.told(who, f"is refused: {refusal.en}")
            return refusal.code
        raise Stuck(f"{name} was not refused")

    def ask(self, who: str, name: str, **words: Any) -> dict[str, Any]:
        """One question by a staff member."""
        return self.client.ask(staff(self.tenant, who), name, words)

    def wait(self, what: str, ready: Callable[[], Any]) -> Any:
        """Wait for what other services do by themselves; gives what `ready` found. Raises Stuck."""
        until = time.monotonic() + self.patience
        while time.monotonic() < until:
            try:
                if found := ready():
                    return found
            except SanadError:
                pass
            time.sleep(0.03)
        raise Stuck(what)

    def settle(self) -> dict[str, Any]:
        """Wait until nothing more happens by itself, and give the history then."""
        before: list[dict[str, Any]] = [{}]

        def quiet() -> dict[str, Any] | None:
            time.sleep(QUIET)
            now = self.history()
            same = now == before[0]
            before[0] = now
            return now if same else None

        found: dict[str, Any] = self.wait("quiet", quiet)
        return found

    def history(self) -> dict[str, Any]:
        """The case as an auditor sees it; without steps while there is none."""
        try:
            return self.client.case(staff(self.tenant, "auditor-1"), self.request_id)
        except NotFound:
            return {"case_id": self.request_id, "steps": []}

    def until(self, day: date) -> None:
        """Let time go by until the morning of a day."""
        if self.watched:
            self.settle()
        self.move_to(datetime.combine(day, time_of_day(9), tzinfo=RIYADH))

    def pass_time(self, **delta: float) -> None:
        """Let time go by, as between two steps at a desk; in a story that is watched, others finish first."""
        if self.watched:
            self.settle()
        self.move_to(self.client.now() + timedelta(**delta))

    def applicant(self) -> Any:
        """Whose case it is: nobody else in the register has this number."""
        known = applicant(self.tenant)
        return replace(known, identity={**known.identity, "number": synthetic_number(self.seed)})

    def contact_points(self) -> Any:
        """Where the applicant can be reached."""
        return list(CONTACT_POINTS)

    def agreed_point(self) -> str:
        """The contact point of the agreed channel."""
        return POINT_OF[self.applicant().agreed_on]
