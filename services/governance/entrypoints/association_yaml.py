"""An association's YAML file as parsed documents: texts stay texts, nothing is guessed, nothing is expanded."""

from __future__ import annotations

import hashlib
from typing import Any

import yaml

from services.governance.domain.association_file import AssociationFile, association_file
from shared.domain.refusals import Reason

LARGEST = 300_000

association_file_too_large = Reason(
    code="association_file_too_large",
    en="An association file has at most {limit} bytes.",
    ar="لا يزيد ملف الجمعية على {limit} بايت.",
)
association_file_unreadable = Reason(
    code="association_file_unreadable",
    en="The association file is not well-formed YAML (line {line}).",
    ar="ملف الجمعية ليس بصيغة YAML سليمة (السطر {line}).",
)


class PlainLoader(yaml.SafeLoader):
    """YAML without dates (a stated date stays as stated), without references, every key once."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]  # The stubs leave its type out.
            raise yaml.composer.ComposerError(None, None, "references are not read", mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        keys = [key.value for key, _ in node.value]
        if len(set(map(str, keys))) != len(keys):
            raise yaml.constructor.ConstructorError(None, None, "a key occurs twice", node.start_mark)
        return super().construct_mapping(node, deep)


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(content: bytes) -> AssociationFile:
    """The file, checked to its end. Refused: `association_file_too_large`, `…_unreadable`, `…_invalid`."""
    association_file_too_large.unless(len(content) <= LARGEST, limit=LARGEST)
    try:
        documents = tuple(yaml.load_all(content.decode("utf-8"), Loader=PlainLoader))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise association_file_unreadable.refused(line=line) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise association_file_unreadable.refused(line=1) from None
    return association_file(documents, hashlib.sha256(content).hexdigest())
