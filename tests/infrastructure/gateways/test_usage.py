"""Words the command line does not understand are refused by a code and in both languages, before anything is asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateways.cli.__main__ import main
from shared.identity import create_keys

TELL = ("tell", "sidr", "intake.ReceiveVisitor")


def sanad(*words: str, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, words, env=env, catch_exceptions=False)


def refused(result: Result) -> tuple[str, str]:
    """The code and the English sentence."""
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    told = json.loads(line)
    assert set(told) == {"code", "message"}
    assert any("؀" <= letter <= "ۿ" for letter in told["message"]["ar"])
    return told["code"], told["message"]["en"]


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        (("frobnicate",), "unknown_command", "frobnicate"),
        (("tenant", "remove", "kadi"), "unknown_command", "`sanad tenant`"),
        (("--nope",), "unknown_option", "--nope"),
        (("doctor", "--loud"), "unknown_option", "--loud"),
        (("tell",), "missing_word", "TENANT"),
        (("tell", "sidr"), "missing_word", "SERVICE.Command"),
        (TELL, "missing_word", "--as"),
        (("case", "sidr"), "missing_word", "CASE"),
        (("rebuild",), "missing_word", "SERVICE.VIEW"),
        (("accounts",), "missing_word", "ASSOCIATIONS"),
        (("tenant", "add"), "missing_word", "FILE"),
        ((*TELL, "--as"), "option_unclear", "--as"),
        (("doctor", "--help=yes"), "option_unclear", "--help"),
        ((*TELL, "more", "--as", "x:y"), "words_unclear", "`sanad tell`"),
        ((*TELL, "--as", "x:y", "--json", "/nowhere.json"), "file_unreadable", "--json"),
        ((*TELL, "--as", "x:y", "--json", "/tmp"), "file_unreadable", "--json"),
        (("tenant", "add", "/nowhere.yaml"), "file_unreadable", "FILE"),
        ((*TELL, "--as", "x:y", "--command-id", "7"), "value_not_permitted", "UUID"),
        (("case", "sidr", "c-1", "--format", "xml"), "value_not_permitted", "one of table, json"),
        (("up", "--http-port", "70000"), "value_not_permitted", "from 0 to 65535"),
        (("up", "--grpc-port", "eight"), "value_not_permitted", "--grpc-port"),
        (("up", "--clock", "yesterday"), "value_not_permitted", "2026-03-15T09:00:00"),
        (("up", "--data", "/dev/null"), "folder_unusable", "/dev/null"),
        (("demo", "--keep", "/proc/nowhere"), "folder_unusable", "/proc/nowhere"),
        (("demo", "--association", "nobody"), "unknown_association", "deploy/policies"),
        (("init",), "owner_missing", "SANAD_OWNER_DATABASE_URL"),
    ],
)
def test_words_that_cannot_be_understood_are_refused(words: tuple[str, ...], code: str, named: str) -> None:
    told, sentence = refused(sanad(*words))
    assert told == code
    assert named in sentence


@pytest.mark.parametrize("url", ["foo", "http://", "ftp://host", "http://127.0.0.1:port", "127.0.0.1:8080"])
def test_an_address_that_is_none_is_refused(url: str, tmp_path: Path) -> None:
    create_keys(tmp_path)
    assert refused(sanad("--url", url, "--keys", str(tmp_path), "doctor"))[0] == "url_unclear"


def test_what_the_environment_says_wrongly_is_refused() -> None:
    assert refused(sanad("accounts", "kadi", env={"SANAD_HTTP_PORT": "eight"}))[0] == "settings_unclear"
    assert refused(sanad("init", env={"SANAD_SERVICES": "governance"}))[0] == "settings_unclear"


def test_a_key_that_is_none_is_told_apart_from_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "actor-signing.pem").write_text("not a key")
    result = sanad("--keys", str(tmp_path), "doctor")
    assert result.exit_code == 3
    assert json.loads(result.stderr)["code"] == "no_signing_key"


def test_databases_that_do_not_answer_are_told_apart_from_a_refusal_and_never_quoted(tmp_path: Path) -> None:
    url = "postgresql://owner:hidden@127.0.0.1:1/sanad_{service}"
    result = sanad("init", env={"SANAD_KEYS": str(tmp_path), "SANAD_OWNER_DATABASE_URL": url})
    assert (result.exit_code, json.loads(result.stderr)["code"]) == (3, "database_unreachable")
    assert "hidden" not in result.output + result.stderr


@pytest.mark.parametrize("words", [(), ("tenant",)])
def test_without_any_words_the_help_is_shown(words: tuple[str, ...]) -> None:
    result = sanad(*words)
    assert result.exit_code == 2
    assert "Usage:" in result.output


def test_help_is_no_refusal() -> None:
    result = sanad("tell", "--help")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Carry out a command" in result.stdout
