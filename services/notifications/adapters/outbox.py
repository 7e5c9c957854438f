"""A folder in place of a provider, for the embedded mode: one file for each message, readable by its owner only."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOutbox:
    """A message sent again under the same key replaces its file."""

    folder: Path
    name: str = "outbox"

    def send(self, address: str, subject: str, body: str, idempotency_key: str) -> str:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        path = self._path(idempotency_key)
        fresh = path.with_suffix(".new")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(f"To: {address}\nSubject: {subject}\nMessage-ID: {idempotency_key}\n\n{body}\n")
        fresh.replace(path)
        return path.name

    def forget(self, idempotency_keys: Collection[str]) -> None:
        for key in idempotency_keys:
            self._path(key).unlink(missing_ok=True)
            self._path(key).with_suffix(".new").unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        # A key comes from us, but a file name must not depend on that.
        return self.folder / f"{''.join(each for each in key if each.isalnum() or each in '-_')}.txt"
