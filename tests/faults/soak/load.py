"""The load: many people at five associations, each carrying on with a story of his own."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from gateways.client import PlatformClient
from gateways.rehearsal.opening import open_and_complete, receive
from gateways.rehearsal.reviewing import review
from gateways.rehearsal.story import Story, Stuck
from shared.domain.refusals import SanadError
from tests.faults.soak.caller import PATIENCE, Book, Caller, Over
from tests.faults.soak.pace import Pace
from tests.ground.process import wait_until

TENANTS = ("basmat", "israr", "kadi", "kayan", "sidr")
TELLERS = 24
IMPATIENT = 0.25


class PatientStory(Story):
    """A story that looks seldom for what others do by themselves, since there are many such stories."""

    def wait(self, what: str, ready: Callable[[], object]) -> object:
        """As a Story does, at longer intervals."""
        found: list[object] = []

        def look() -> bool:
            with suppress(SanadError):
                found[:] = [ready()]
            return bool(found and found[0])

        wait_until(look, what, seconds=self.patience, every=0.5)
        return found[0]


def counter(story: Story) -> None:
    """Somebody comes, asks something and goes."""
    visit = {"reception_id": story.id("reception")}
    story.tell("officer-1", "intake.ReceiveVisitor", "", **visit, channel=story.applicant().visits_by)
    story.tell("officer-1", "intake.EndReception", "", **visit, hospitality_offered=True)


def grievance(story: Story) -> None:
    """Somebody known to the association complains and hears that this has arrived."""
    receive(story)
    complaint = {"complaint_id": story.id("complaint")}
    channel = "website" if story.tenant == "kadi" else "phone_call"
    words = {"type": "grievance", "remedy_code": "apology", "narrative": "لم يُجب أحد على اتصالي"}
    told = {**words, "channel": channel, "complainant_id": story.id("beneficiary")}
    story.tell("officer-1", "complaints.FileComplaint", "", **complaint, **told)
    story.tell("follow-up-1", "complaints.AcknowledgeComplaint", "", **complaint, channel="phone_call")


def request(story: Story) -> None:
    """From the door to the reviewing body."""
    receive(story)
    open_and_complete(story)


def decision(story: Story) -> None:
    """From the door to the decision."""
    request(story)
    review(story)


KINDS = (counter, counter, counter, grievance, grievance, request, decision)


class Load:
    """Tells stories until stopped, at so many commands a second. now: the platform's clock."""

    def __init__(self, client: PlatformClient, now: Callable[[], datetime], rate: float, seed: int) -> None:
        self.book, self.pace = Book(), Pace(rate)
        self.stories = self.ended = 0
        self.stuck: list[str] = []
        self._client, self._now = client, now
        self._chance = random.Random(seed)
        self._crew = ThreadPoolExecutor(TELLERS)
        self._tellers: list[Future[None]] = []

    def start(self) -> None:
        """Begin."""
        self._tellers = [self._crew.submit(self._tell, n) for n in range(TELLERS)]

    def stop(self) -> None:
        """End each story where it stands; raises what went wrong in one."""
        self.book.over.set()
        for teller in self._tellers:
            teller.result(120)
        self._crew.shutdown()

    def _tell(self, number: int) -> None:
        chance = random.Random(self._chance.random() + number)
        while not self.book.over.is_set():
            self._one(chance, TENANTS[(number + self.stories) % len(TENANTS)])

    def _one(self, chance: random.Random, tenant: str) -> None:
        patience = 0.0 if chance.random() < IMPATIENT else PATIENCE
        caller = Caller(self._client, self._now, self.pace, self.book, patience)
        seed = UUID(int=chance.getrandbits(128), version=4)
        story = PatientStory(caller, tenant, lambda _moment: None, seed=seed, patience=180)
        self.stories += 1
        try:
            chance.choice(KINDS)(story)
            self.ended += 1
        except Over:
            pass
        except (TimeoutError, Stuck) as stuck:
            self.stuck.append(f"{tenant}: {stuck}")
