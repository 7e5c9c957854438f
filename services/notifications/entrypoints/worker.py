"""The asynchronous side: contracts, followers, timers and operations, hosted by nameko."""

from shared.hosting import process

TARGET = "services.notifications.service:SERVICE"


def run() -> None:
    """Work until told to stop; the service is named and not imported, since eventlet must come first."""
    process.work(TARGET)
