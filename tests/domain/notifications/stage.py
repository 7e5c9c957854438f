"""The notifications service on its stage, with what carries its messages."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid5

from services.notifications.application.dispatching import Dispatcher
from services.notifications.service import SERVICE, due
from shared.followers import Follower
from tests.domain.notifications.examples import Carrier
from tests.domain.scenario import TENANT, Scenario


class Stage(Scenario):
    """The service with one carrier for mail and one for text messages."""

    def __init__(self, folder: Path) -> None:
        super().__init__(SERVICE, folder)
        self.mail, self.text = Carrier(name="mail"), Carrier(name="text")
        self.dispatcher: Follower = Dispatcher(self.application, {"email": self.mail, "text_message": self.text})

    def settle(self) -> None:
        """Let the follower do everything there is to do now."""
        while page := self.infrastructure.log.read(TENANT, self.dispatcher.position(TENANT), 100):
            self.follow()
            self.dispatcher.apply(TENANT, page)
        self.follow()

    def tick(self) -> int:
        """What the timer finds due, carried out; then settle."""
        commands = due(self.application, TENANT, self.clock.now())
        for command in commands:
            self.when(command, id_=uuid5(UUID(int=0), repr(command)))
        self.settle()
        return len(commands)

    def names(self) -> list[str]:
        """What has happened to messages, by name."""
        return [type(fact).__name__ for fact in self.facts() if hasattr(fact, "notification_id")]
