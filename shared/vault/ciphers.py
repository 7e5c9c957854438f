"""How one content is encrypted: AES-256-GCM under a key of its own, with a commitment to that key.

A sealed blob is `SV1` + salt (32) + commitment (32) + nonce (12) + ciphertext and tag. HKDF-SHA256 (RFC 5869) turns
data key and salt into encryption key and commitment: GCM alone would let one ciphertext open under two keys.
"""

from __future__ import annotations

import hashlib
import hmac
from os import urandom

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"SV1"
KEY, SALT, COMMITMENT, NONCE = 32, 32, 32, 12
HEADER = len(MAGIC) + SALT + COMMITMENT + NONCE


class NotAuthentic(Exception):
    """The blob was not made with this key and this context."""


def context(*parts: str) -> bytes:
    """Parts as one unambiguous byte string: each after its length, so that no two lists give the same bytes."""
    encoded = [part.encode() for part in parts]
    return b"".join(len(part).to_bytes(4, "big") + part for part in encoded)


def derived(key: bytes, purpose: bytes, *, salt: bytes | None = None, length: int = KEY) -> bytes:
    """HKDF-SHA256 of a key for one purpose."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=purpose).derive(key)


def digest(key: bytes, content: bytes) -> bytes:
    """HMAC-SHA256."""
    return hmac.new(key, content, hashlib.sha256).digest()


def encrypt(key: bytes, content: bytes, bound_to: bytes) -> bytes:
    """A blob that opens only under this key and this context."""
    drawn = urandom(SALT + NONCE)
    salt, nonce = drawn[:SALT], drawn[SALT:]
    encryption_key, commitment = _keys(key, salt)
    return MAGIC + salt + commitment + nonce + AESGCM(encryption_key).encrypt(nonce, content, bound_to)


def decrypt(key: bytes, blob: bytes, bound_to: bytes) -> bytes:
    """The content. Raises NotAuthentic."""
    if len(blob) < HEADER:
        raise NotAuthentic
    magic, rest = blob[: len(MAGIC)], blob[len(MAGIC) : HEADER]
    salt, commitment, nonce = rest[:SALT], rest[SALT : SALT + COMMITMENT], rest[SALT + COMMITMENT :]
    encryption_key, expected = _keys(key, salt)
    if magic != MAGIC or not hmac.compare_digest(commitment, expected):
        raise NotAuthentic
    try:
        return AESGCM(encryption_key).decrypt(nonce, blob[HEADER:], bound_to)
    except InvalidTag:
        raise NotAuthentic from None


def _keys(key: bytes, salt: bytes) -> tuple[bytes, bytes]:
    both = derived(key, b"sanad vault content v1", salt=salt, length=KEY + COMMITMENT)
    return both[:KEY], both[KEY:]
