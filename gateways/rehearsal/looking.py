"""What those in the rehearsal look up before they act: the request as it stands, and the day."""

from __future__ import annotations

from datetime import date
from typing import Any

from gateways.rehearsal.story import Story
from shared.application.situation import RIYADH


def request(story: Story) -> dict[str, Any]:
    """The request as intake shows it."""
    return story.ask("officer-1", "intake.ReadRequest", request_id=story.request_id)


def today(story: Story) -> date:
    """The platform's day."""
    return story.client.now().astimezone(RIYADH).date()
