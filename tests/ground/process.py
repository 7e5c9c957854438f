"""A server process in a folder of its own, which dies with whoever started it."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

# Kills what the pid files name once the pipe to its starter closes, so that even SIGKILL leaves nothing behind.
_LEASH = 'read -r _; for f in "$1"/*.pid; do kill -s KILL -- "-$(cat "$f")"; done 2>/dev/null; sleep 0.2; rm -rf "$1"'


def free_ports(count: int) -> list[int]:
    """Return ports on the loopback address that nobody listens on at this moment."""
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def wait_until(ready: Callable[[], bool], what: str, *, seconds: float = 60.0, every: float = 0.05) -> None:
    """Poll until `ready()` holds; raise TimeoutError naming `what` otherwise."""
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} was not ready after {seconds:.0f} s")
        time.sleep(every)


def listens(port: int) -> bool:
    """Say whether somebody accepts connections on this loopback port."""
    with socket.socket() as probe:
        probe.settimeout(1.0)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def leashed_folder(name: str, *, owner: str | None = None) -> Iterator[Path]:
    """Give a temporary folder; it vanishes, and the processes its pid files name with it, when this process ends."""
    folder = Path(tempfile.mkdtemp(prefix=f"sanad-{name}-"))
    if owner is not None:
        shutil.chown(folder, owner, pwd.getpwnam(owner).pw_gid)
    leash = subprocess.Popen(["sh", "-c", _LEASH, "leash", str(folder)], stdin=subprocess.PIPE, start_new_session=True)
    try:
        yield folder
    finally:
        leash.communicate(b"\n")


class Process:
    """One server: a command line, its environment, its log, and the pid file its leash reads."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        folder: Path,
        *,
        user: str | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self._name, self._command, self._folder, self._user = name, list(command), folder, user
        self._env = {**os.environ, **(env or {})}
        self._popen: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        return self._popen is not None and self._popen.poll() is None

    @property
    def pid(self) -> int | None:
        """Its number while it has one."""
        return self._popen.pid if self._popen else None

    @property
    def log(self) -> str:
        """What the server has printed so far."""
        path = self._folder / f"{self._name}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def start(self) -> None:
        with (self._folder / f"{self._name}.log").open("ab") as log:
            self._popen = subprocess.Popen(
                self._command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self._env, cwd=self._folder,
                user=self._user, group=pwd.getpwnam(self._user).pw_gid if self._user else None,
                start_new_session=True,
            )  # fmt: skip
        (self._folder / f"{self._name}.pid").write_text(str(self._popen.pid))

    def wait_until(self, ready: Callable[[], bool], *, seconds: float = 60.0) -> None:
        """Wait until the server answers; raise with its log if it died instead."""

        def answers() -> bool:
            if not self.running:
                raise RuntimeError(f"{self._name} stopped while starting:\n{self.log[-4000:]}")
            return ready()

        wait_until(answers, self._name, seconds=seconds)

    def stop(self, how: signal.Signals = signal.SIGTERM, *, seconds: float = 20.0) -> None:
        """Ask the process to end; kill it, and everything it started, if it has not after `seconds`."""
        if self._popen is None:
            return
        self._popen.send_signal(how)
        with suppress(subprocess.TimeoutExpired):
            self._popen.wait(seconds)
        self.kill()

    def kill(self) -> None:
        """End the process and everything it started, at once."""
        if self._popen is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self._popen.pid, signal.SIGKILL)
        self._popen.wait()
        (self._folder / f"{self._name}.pid").unlink(missing_ok=True)
        self._popen = None
