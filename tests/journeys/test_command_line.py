"""What the `sanad` command answers to good words and to bad ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from click.testing import CliRunner, Result

from gateways.cli.__main__ import main
from gateways.cli.signing_in import tell
from gateways.cli.starting import POLICIES, load_associations
from gateways.rehearsal import case as cases
from gateways.rehearsal.looking import request
from shared.domain.refusals import Refused
from tests.journeys.conftest import Stage

OFFICER = "beneficiary_relations_officer:officer-1"


def sanad(stage: Stage, *words: str, body: str = "") -> Result:
    keys = str(stage.folder / "keys")
    return CliRunner().invoke(
        main, ["--url", stage.client.url, "--keys", keys, *words], input=body, catch_exceptions=False
    )


def receive(stage: Stage, body: dict[str, Any], *more: str) -> Result:
    words = ("tell", "sidr", "intake.ReceiveVisitor", "--as", OFFICER, "--json", "-", *more)
    return sanad(stage, *words, body=json.dumps(body))


def refusal(result: Result) -> str:
    assert result.exit_code == 2, result.stderr
    told = json.loads(result.stderr)
    assert set(told) == {"code", "message"}
    assert told["message"]["en"]
    assert any("؀" <= letter <= "ۿ" for letter in told["message"]["ar"])
    code: str = told["code"]
    return code


def test_a_command_gives_its_receipt_and_again_the_same_one(stage: Stage) -> None:
    command_id = str(uuid4())
    visit = {"reception_id": str(uuid4()), "channel": "interview"}
    first = json.loads(receive(stage, visit, "--command-id", command_id).stdout)
    again = json.loads(receive(stage, visit, "--command-id", command_id).stdout)
    assert (first["repeated"], again["repeated"]) == (False, True)
    assert first["command_id"] == again["command_id"] == command_id


def test_a_refused_case_is_found_at_any_moment_and_by_ids_with_signs(stage: Stage) -> None:
    visit = f"visits/{uuid4()}"
    assert refusal(receive(stage, {"reception_id": visit, "channel": "fax"})) == "channel_not_permitted"
    told = json.loads(sanad(stage, "case", "sidr", visit, "--format", "json").stdout)
    assert [step["type"] for step in told["steps"]] == ["ChannelRefused"]
    assert "Channel refused" in sanad(stage, "case", "sidr", visit, "--at", "2099-01-01").stdout
    assert refusal(sanad(stage, "case", "sidr", visit, "--at", "2020-01-01T09:00")) == "no_such_case"


def test_a_case_is_found_by_the_number_people_see(stage: Stage) -> None:
    story = stage.story("sidr")
    cases.receive(story)
    cases.open_and_complete(story)
    number = request(story)["number"]
    told = json.loads(sanad(stage, "case", "sidr", number.lower(), "--format", "json").stdout)
    assert told["case_id"] == story.request_id
    assert refusal(sanad(stage, "case", "sidr", "SD-1400-0001")) == "no_such_number"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("tell", "sidr", "ReceiveVisitor", "--as", OFFICER), "name_unclear"),
        (("tell", "sidr", "intake.Nothing", "--as", OFFICER), "no_such_message"),
        (("tell", "sidr", "nobody.ReceiveVisitor", "--as", OFFICER), "no_such_service"),
        (("tell", "sidr", "intake.ReceiveVisitor", "--as", "officer-1"), "actor_unclear"),
        (("tell", "sidr", "intake.ReceiveVisitor", "--as", OFFICER), "missing_field"),
        (("ask", "sidr", "intake.", "--as", OFFICER), "name_unclear"),
        (("describe", "nothing"), "name_unclear"),
        (("describe", "intake.Nothing"), "no_such_message"),
        (("case", "sidr", "no-such-case"), "no_such_case"),
        (("case", "sidr", "no-such-case", "--at", "yesterday"), "time_unclear"),
        (("rebuild", "intake.nothing"), "no_such_view"),
        (("rebuild", "nothing"), "no_such_service"),
    ],
)
def test_words_that_lead_nowhere_are_refused_in_both_languages(stage: Stage, words: tuple[str, ...], code: str) -> None:
    assert refusal(sanad(stage, *words)) == code


def test_json_that_is_none_is_refused(stage: Stage) -> None:
    words = ("tell", "sidr", "intake.ReceiveVisitor", "--as", OFFICER, "--json", "-")
    assert refusal(sanad(stage, *words, body="{bad")) == "malformed_json"


def test_no_platform_and_no_key_are_told_apart_from_a_refusal(stage: Stage) -> None:
    keys = str(stage.folder / "keys")
    for options, code in (
        (["--url", "http://127.0.0.1:1", "--keys", keys], "unavailable"),
        (["--keys", "/nowhere"], "no_signing_key"),
    ):
        result = CliRunner().invoke(main, [*options, "case", "sidr", "no-such-case"])
        assert result.exit_code == 3
        told = json.loads(result.stderr)
        assert told["code"] == code
        assert set(told["message"]) == {"en", "ar"}


def test_a_port_that_cannot_be_is_refused_before_anything_starts() -> None:
    result = CliRunner().invoke(main, ["up", "--http-port", "70000"])
    assert result.exit_code == 2
    assert "65535" in result.output


def test_a_file_edited_since_is_left_and_a_broken_one_is_named(
    stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (POLICIES / "kadi.yaml").read_text("utf-8")
    file = tmp_path / "kadi-again.yaml"
    file.write_text(text.replace("order: 5, clause: art. 3(1)ج", "order: 9, clause: art. 3(1)ج"), "utf-8")
    assert load_associations(stage.client, folder=tmp_path) == ["kadi"]
    assert "kadi-again.yaml has changed" in capsys.readouterr().err
    file.write_text(text.replace("code: fax", "code: FAX machine"), "utf-8")
    with pytest.raises(Refused, match=r"kadi-again\.yaml"):
        load_associations(stage.client, folder=tmp_path)


def test_no_password_is_cut_off_however_many_associations_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    password = "abcd-efgh-jkmn-pqrs"
    tell([(f"association-{number}", "auditor", f"auditor-1@association-{number}", password) for number in range(40)])
    assert capsys.readouterr().out.count(password) == 40
