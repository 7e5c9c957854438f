"""The .proto files say what the dataclasses say, and a number once given is never given again."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from google.protobuf.descriptor_pb2 import FileDescriptorProto, FileDescriptorSet
from grpc_tools import protoc
from hypothesis import given, settings

from shared.domain.messages import message
from shared.doors.descriptors import described, file_name
from shared.doors.door import Door
from shared.doors.numbers import numbered
from shared.doors.protofiles import files, find_doors, stale, write
from shared.doors.wire import Wire
from tests.infrastructure.doors.examples import CELLAR, DESK, Everything
from tests.infrastructure.doors.strategies import everything

ROOT = Path(__file__).parents[3]
BUF = next(map(str, ROOT.glob("node_modules/@bufbuild/buf-*/bin/buf")), None) or shutil.which("buf")


@message
class Book:
    """Before."""

    title: str
    shelf: str
    pages: int


def book_without(*gone: str, **new: type) -> type:
    kept = {name: hint for name, hint in Book.__annotations__.items() if name not in gone}
    return message(type("Book", (), {"__annotations__": new | kept}))


def door(book: type) -> Door:
    return Door(service="desk", queries=((book, book),))


def compiled(folder: Path, name: str) -> FileDescriptorProto:
    """The file as the real protobuf compiler reads it."""
    out = folder / "out.binpb"
    assert protoc.main(["protoc", f"-I{folder}", f"--descriptor_set_out={out}", name]) == 0
    return FileDescriptorSet.FromString(out.read_bytes()).file[0]


@pytest.mark.parametrize("which", [DESK, CELLAR], ids=lambda which: which.service)
def test_the_file_compiled_by_protoc_is_what_the_server_speaks(tmp_path: Path, which: Door) -> None:
    write([which], tmp_path)
    assert compiled(tmp_path, file_name(which)) == described(which, {})


def test_the_committed_files_are_up_to_date_and_compile_to_what_the_services_speak(tmp_path: Path) -> None:
    doors = find_doors()
    assert stale(doors, ROOT / "proto") == []
    shutil.copytree(ROOT / "proto", tmp_path / "proto")
    lock = json.loads((ROOT / "proto/numbers.lock.json").read_text("utf-8"))
    for which in doors:
        assert compiled(tmp_path / "proto", file_name(which)) == described(which, lock[which.service])


@settings(max_examples=100, deadline=None)
@given(everything)
def test_every_field_type_survives_the_wire(given_: Everything) -> None:
    wire = Wire(CELLAR, {})
    assert wire.read(Everything, wire.write(given_)) == given_
    assert wire.read_answer(Everything, wire.write(given_)) == given_


def test_a_field_keeps_its_number_and_a_new_one_gets_a_new_one() -> None:
    before = numbered(door(Book), {})
    assert before["Book"] == {"title": 1, "shelf": 2, "pages": 3}
    after = numbered(door(book_without("shelf", author=str)), before)
    assert after["Book"] == {"title": 1, "shelf": 2, "pages": 3, "author": 4}


def test_a_field_that_is_gone_stays_reserved(tmp_path: Path) -> None:
    write([door(Book)], tmp_path)
    write([door(book_without("shelf"))], tmp_path)
    text = (tmp_path / "sanad/desk/v1/desk.proto").read_text("utf-8")
    assert "reserved 2;" in text
    assert 'reserved "shelf";' in text
    assert compiled(tmp_path, "sanad/desk/v1/desk.proto").message_type[0].reserved_range[0].start == 2


def test_an_older_caller_is_understood_when_a_field_is_new_with_a_default() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Newer:
        title: str
        shelf: str
        pages: int
        language: str = "ar"

    Newer.__name__ = "Book"
    old, new = Wire(door(Book), {}), Wire(door(Newer), numbered(door(Book), {}))
    assert new.read(Newer, old.write(Book(title="t", shelf="s", pages=1))).language == "ar"


def test_a_file_that_is_not_up_to_date_is_found(tmp_path: Path) -> None:
    write([DESK, CELLAR], tmp_path)
    assert stale([DESK, CELLAR], tmp_path) == []
    path = tmp_path / file_name(DESK)
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert stale([DESK, CELLAR], tmp_path) == [path]
    assert stale([CELLAR], tmp_path) == [path]


def test_docstrings_become_comments_in_both_languages(tmp_path: Path) -> None:
    text = files([DESK], tmp_path)[tmp_path / file_name(DESK)]
    assert "// Lend a book." in text
    assert "// أعِر كتابًا." in text


def test_two_messages_of_one_name_are_a_programming_error() -> None:
    with pytest.raises(TypeError, match="Book"):
        described(Door(service="desk", queries=((Book, book_without("shelf")),)), {})


@pytest.mark.skipif(BUF is None, reason="buf comes with `npm install`, which `make check` does")
def test_buf_accepts_the_files_and_notices_a_broken_one(tmp_path: Path) -> None:
    assert BUF is not None
    shutil.copy(ROOT / "buf.yaml", tmp_path)
    write([DESK, CELLAR], tmp_path / "proto")
    subprocess.run([BUF, "lint"], cwd=tmp_path, check=True)
    subprocess.run([BUF, "build", "-o", "proto/baseline.binpb"], cwd=tmp_path, check=True)
    against = [BUF, "breaking", "--against", "proto/baseline.binpb"]
    subprocess.run(against, cwd=tmp_path, check=True)
    path = tmp_path / "proto" / file_name(DESK)
    path.write_text(path.read_text("utf-8").replace("int64 days = 3", "int64 days = 9"), "utf-8")
    assert subprocess.run(against, cwd=tmp_path, check=False, capture_output=True).returncode != 0
