"""The signed token that says who acts: an Ed25519 JWT (RFC 7519, RFC 8037), checked by each service itself."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from shared.domain.actor import Actor
from shared.domain.refusals import Forbidden, Reason

ALGORITHM = "EdDSA"
ISSUER = "sanad-gateway"
AUDIENCE = "sanad-services"
LIFETIME = timedelta(minutes=5)
CLOCK_SKEW = timedelta(seconds=5)  # Gateway and service may run on two machines.
SIGNING_FILE, VERIFYING_FILE = "actor-signing.pem", "actor-verifying.pem"

MISSING = Reason(code="token_missing", en="An actor token is required.", ar="رمز الدخول مطلوب.")
EXPIRED = Reason(code="token_expired", en="The actor token has expired.", ar="انتهت صلاحية رمز الدخول.")
FORGED = Reason(code="token_forged", en="The actor token is not genuine.", ar="رمز الدخول غير صحيح.")
NOT_YET = Reason(code="token_not_yet_valid", en="The actor token is not valid yet.", ar="لم يبدأ سريان رمز الدخول بعد.")
TOKEN_CODES = frozenset(reason.code for reason in (MISSING, EXPIRED, FORGED, NOT_YET))


def issue(actor: Actor, key: Ed25519PrivateKey, now: datetime, lifetime: timedelta = LIFETIME) -> str:
    """A token for `actor`, valid from `now` (aware) for `lifetime`."""
    claims = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "iat": int(now.timestamp()),
        "nbf": int(now.timestamp()),
        "exp": int((now + lifetime).timestamp()),
        "tenant": actor.tenant,
        "kind": actor.kind,
        "sub": actor.ref,
        "roles": sorted(actor.roles),
    }
    return jwt.encode(claims, key, algorithm=ALGORITHM, headers={"kid": key_id(key.public_key())})


def verify(token: str, key: Ed25519PublicKey, now: datetime) -> Actor:
    """The actor of a token. Forbidden: `token_missing`, `token_forged`, `token_expired`, `token_not_yet_valid`."""
    if not token:
        raise forbidden(MISSING)
    genuine = _genuine(token, key.public_bytes_raw())
    if now >= genuine.expires:
        raise forbidden(EXPIRED)
    if now + CLOCK_SKEW < genuine.begins:
        raise forbidden(NOT_YET)
    return genuine.actor


@dataclass(frozen=True, slots=True, kw_only=True)
class _Genuine:
    """What a token with a true signature says, whether or not it is its time."""

    actor: Actor
    begins: datetime
    expires: datetime


# A gateway asks many times under one token, and checking its signature costs as much as answering. Only genuine ones
# are remembered, and what a token says never changes; whether it is its time is asked at every call.
@lru_cache(maxsize=1024)
def _genuine(token: str, key: bytes) -> _Genuine:
    claims = _claims(token, Ed25519PublicKey.from_public_bytes(key))
    return _Genuine(actor=_actor(claims), begins=_time(claims, "nbf"), expires=_time(claims, "exp"))


def _claims(token: str, key: Ed25519PublicKey) -> dict[str, Any]:
    try:
        if jwt.get_unverified_header(token).get("kid") != key_id(key):
            raise forbidden(FORGED)
        return jwt.decode(
            token,
            key,
            algorithms=[ALGORITHM],
            issuer=ISSUER,
            audience=AUDIENCE,
            # Times are compared with the platform's clock by the caller, not with the machine's by the library.
            options={
                "require": ["exp", "nbf", "iat", "sub", "tenant", "kind", "roles"],
                "verify_exp": False,
                "verify_nbf": False,
                "verify_iat": False,
            },
        )
    except (jwt.PyJWTError, ValueError):
        raise forbidden(FORGED) from None


def _time(claims: dict[str, Any], name: str) -> datetime:
    value = claims[name]
    if type(value) is not int or not 0 <= value < 2**37:
        raise forbidden(FORGED)
    return datetime.fromtimestamp(value, UTC)


def _actor(claims: dict[str, Any]) -> Actor:
    tenant, kind, ref, roles = (claims[name] for name in ("tenant", "kind", "sub", "roles"))
    if not isinstance(roles, list) or not all(isinstance(text, str) and text for text in (tenant, kind, ref, *roles)):
        raise forbidden(FORGED)
    return Actor(tenant=tenant, kind=kind, ref=ref, roles=frozenset(roles))


def forbidden(reason: Reason) -> Forbidden:
    """The error that answers a caller who is not known."""
    return Forbidden(reason.code, en=reason.en, ar=reason.ar)


def key_id(key: Ed25519PublicKey) -> str:
    """A short fingerprint of a verifying key, so that an old key's tokens are told apart."""
    return hashlib.sha256(key.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()[:16]


def create_keys(folder: Path) -> None:
    """Write a new key pair into `folder`, readable by its owner only; existing keys are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / SIGNING_FILE).exists():
        return
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    _write(folder / VERIFYING_FILE, public)
    _write(folder / SIGNING_FILE, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


def _write(path: Path, content: bytes) -> None:
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def signing_key(folder: Path) -> Ed25519PrivateKey:
    """The key a gateway signs with; only gateways are given the file."""
    key = load_pem_private_key((folder / SIGNING_FILE).read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{SIGNING_FILE} holds no Ed25519 key")
    return key


def verifying_key(folder: Path) -> Ed25519PublicKey:
    """The key a service checks tokens with."""
    key = load_pem_public_key((folder / VERIFYING_FILE).read_bytes())
    if not isinstance(key, Ed25519PublicKey):
        raise TypeError(f"{VERIFYING_FILE} holds no Ed25519 key")
    return key
