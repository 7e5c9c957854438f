"""The key-encryption keys, behind a seam where a key management service fits."""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path
from secrets import token_bytes, token_hex
from typing import Protocol

from shared.vault.ciphers import KEY, decrypt, derived, encrypt


class Keyring(Protocol):
    """Keys that never leave it. After a rotation the older ones still unwrap, until nothing is wrapped by them."""

    @property
    def current(self) -> str:
        """The id of the key that wraps from now on."""

    def wrap(self, data_key: bytes, bound_to: bytes) -> bytes:
        """A data key encrypted under the current key, bound to its context."""

    def unwrap(self, key_id: str, wrapped: bytes, bound_to: bytes) -> bytes:
        """The data key again. Raises KeyError for an unknown id, NotAuthentic for other bytes or context."""

    def derive(self, purpose: bytes) -> Mapping[str, bytes]:
        """A key for one purpose from each of the keys, by their ids, the current one first."""


class FileKeyring:
    """Keys in a JSON file readable by its owner only: `{"current": id, "keys": {id: base64 of 32 bytes}}`."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        if create and not path.exists():
            _write_new(path)
        if path.stat().st_mode & 0o077:
            raise PermissionError(f"{path} must be readable by its owner only (chmod 600)")
        stored = json.loads(path.read_text())
        self._current: str = stored["current"]
        self._keys = {key_id: _key(encoded) for key_id, encoded in stored["keys"].items()}
        self._keys = {self._current: self._keys.pop(self._current)} | self._keys
        self._wrapping = {key_id: derived(key, b"sanad vault wrapping v1") for key_id, key in self._keys.items()}

    @property
    def current(self) -> str:
        return self._current

    def wrap(self, data_key: bytes, bound_to: bytes) -> bytes:
        return encrypt(self._wrapping[self._current], data_key, bound_to)

    def unwrap(self, key_id: str, wrapped: bytes, bound_to: bytes) -> bytes:
        return decrypt(self._wrapping[key_id], wrapped, bound_to)

    def derive(self, purpose: bytes) -> Mapping[str, bytes]:
        return {key_id: derived(key, purpose) for key_id, key in self._keys.items()}


def add_key(path: Path) -> str:
    """Rotate: a new current key is added to the file; gives its id. Running processes read it at their next start."""
    stored = json.loads(path.read_text())
    key_id = token_hex(4)
    stored["keys"][key_id] = _fresh()
    _replace(path, {"current": key_id, "keys": stored["keys"]})
    return key_id


def _write_new(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    key_id = token_hex(4)
    _replace(path, {"current": key_id, "keys": {key_id: _fresh()}}, keep_existing=True)


def _replace(path: Path, content: Mapping[str, object], *, keep_existing: bool = False) -> None:
    """Durably and in one step; of two processes creating the file at once the first one wins."""
    draft = path.with_name(f"{path.name}.{token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "w") as file:
        json.dump(content, file)
        file.flush()
        os.fsync(file.fileno())
    try:
        (os.link if keep_existing else os.replace)(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink(missing_ok=True)
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """Without it the file's name may not survive a power failure, and with the keys everything would be lost."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fresh() -> str:
    return b64encode(token_bytes(KEY)).decode()


def _key(encoded: str) -> bytes:
    key = b64decode(encoded, validate=True)
    if len(key) != KEY:
        raise ValueError(f"a key-encryption key has {KEY} bytes, not {len(key)}")
    return key
