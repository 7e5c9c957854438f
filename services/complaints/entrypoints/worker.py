"""The asynchronous side: contracts, followers, timers and operations, hosted by nameko."""

from services.complaints.service import SERVICE
from shared.hosting.process import work


def run() -> None:
    """Work until told to stop."""
    work(SERVICE.name)
