"""A service knows its caller by a token it checks itself."""

from __future__ import annotations

import base64
import json
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from shared.domain.actor import Actor
from shared.domain.refusals import Forbidden
from shared.identity import create_keys, issue, key_id, signing_key, verify, verifying_key

KEY = Ed25519PrivateKey.generate()
NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
OFFICER = Actor(tenant="sidr", kind="staff", ref="officer-1", roles=frozenset({"officer", "liaison_officer"}))
CLAIMS = {
    "iss": "sanad-gateway", "aud": "sanad-services", "iat": int(NOW.timestamp()), "nbf": int(NOW.timestamp()),
    "exp": int(NOW.timestamp()) + 300, "tenant": "sidr", "kind": "staff", "sub": "officer-1", "roles": ["officer"],
}  # fmt: skip


def refused_code(token: str, now: datetime = NOW) -> str:
    with pytest.raises(Forbidden) as caught:
        verify(token, KEY.public_key(), now)
    return caught.value.code


def signed(claims: dict[str, Any], key: Any = KEY, algorithm: str = "EdDSA") -> str:
    return jwt.encode(claims, key, algorithm=algorithm, headers={"kid": key_id(KEY.public_key())})


def test_a_genuine_token_gives_its_actor() -> None:
    assert verify(issue(OFFICER, KEY, NOW), KEY.public_key(), NOW) == OFFICER
    assert verify(signed(CLAIMS), KEY.public_key(), NOW).roles == frozenset({"officer"})


def test_no_token_is_refused() -> None:
    assert refused_code("") == "token_missing"


def test_a_token_lives_for_five_minutes() -> None:
    token = issue(OFFICER, KEY, NOW)
    assert verify(token, KEY.public_key(), NOW + timedelta(minutes=4, seconds=59)) == OFFICER
    assert refused_code(token, NOW + timedelta(minutes=5)) == "token_expired"


def test_a_token_from_the_future_is_refused() -> None:
    assert refused_code(issue(OFFICER, KEY, NOW + timedelta(minutes=1))) == "token_not_yet_valid"


def test_a_token_signed_with_another_key_is_refused() -> None:
    assert refused_code(issue(OFFICER, Ed25519PrivateKey.generate(), NOW)) == "token_forged"
    assert refused_code(signed(CLAIMS, Ed25519PrivateKey.generate())) == "token_forged"


def test_a_token_known_already_is_refused_under_another_key() -> None:
    token = issue(OFFICER, KEY, NOW)
    assert verify(token, KEY.public_key(), NOW) == verify(token, KEY.public_key(), NOW) == OFFICER
    with pytest.raises(Forbidden, match="not genuine"):
        verify(token, Ed25519PrivateKey.generate().public_key(), NOW)


def test_a_token_whose_tenant_was_changed_is_refused() -> None:
    head, _, signature = issue(OFFICER, KEY, NOW).split(".")
    body = base64.urlsafe_b64encode(json.dumps(CLAIMS | {"tenant": "kadi"}).encode()).decode().rstrip("=")
    assert refused_code(f"{head}.{body}.{signature}") == "token_forged"


def test_a_token_without_signature_is_refused() -> None:
    assert refused_code(signed(CLAIMS, key=None, algorithm="none")) == "token_forged"


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
def test_a_token_signed_with_the_public_key_as_a_shared_secret_is_refused() -> None:
    public = KEY.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    assert refused_code(signed(CLAIMS, key=public, algorithm="HS256")) == "token_forged"


@pytest.mark.parametrize("claim", sorted(CLAIMS))
def test_a_token_lacking_a_claim_is_refused(claim: str) -> None:
    assert refused_code(signed({name: value for name, value in CLAIMS.items() if name != claim})) == "token_forged"


@pytest.mark.parametrize(
    "changed",
    [{"iss": "other"}, {"aud": "other"}, {"tenant": ""}, {"tenant": 5}, {"roles": "officer"}, {"roles": [1]},
     {"exp": "soon"}, {"exp": 10**30}, {"exp": -1}, {"exp": True}],
)  # fmt: skip
def test_a_token_with_a_claim_of_another_make_is_refused(changed: dict[str, Any]) -> None:
    assert refused_code(signed(CLAIMS | changed)) == "token_forged"


@pytest.mark.parametrize("text", ["x", "a.b.c", "....", "é.é.é", "e30.e30.e30"])
def test_gibberish_is_refused(text: str) -> None:
    assert refused_code(text) == "token_forged"


def test_keys_are_written_once_for_their_owner_only(tmp_path: Path) -> None:
    create_keys(tmp_path / "keys")
    key = signing_key(tmp_path / "keys")
    create_keys(tmp_path / "keys")
    assert verify(issue(OFFICER, key, NOW), verifying_key(tmp_path / "keys"), NOW) == OFFICER
    for path in (tmp_path / "keys").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
