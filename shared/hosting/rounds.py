"""What is done again and again while a process lives: a round every so many seconds of real time, in a thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

import structlog

_log = structlog.get_logger(__name__)


class Rounds:
    """Calls `round_` every `seconds`; one that fails is logged by its kind and does not end the rounds."""

    def __init__(self, name: str, seconds: float, round_: Callable[[], None]) -> None:
        self._name = name
        self._seconds = seconds
        self._round = round_
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin; the first round comes after the first pause."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the round under way."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(10)

    def _run(self) -> None:
        while not self._stopping.wait(self._seconds):
            try:
                self._round()
            except Exception as error:  # noqa: BLE001  # a database that is away comes back
                _log.warning("round_failed", rounds=self._name, error=type(error).__name__)
