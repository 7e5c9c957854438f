"""A tool of the employee: listed by the policy or beside it, with or without its file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Any, Literal

from services.governance.domain.commands.offerings import ListTool, PublishToolVersion
from services.governance.domain.contract import opened
from services.governance.domain.drafting import bytes_of
from services.governance.domain.events.offerings import ToolListed, ToolVersionPublished
from services.governance.domain.policy import Situation, codes_are_plain
from services.governance.domain.policy_file import tools
from services.governance.domain.refusals import association as refusals

Basis = Literal["policy", "other_tools_clause", "not_listed_in_policy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """file: of the newest version, None while it is listed but not uploaded."""

    listed: ToolListed | None = None
    file: ToolVersionPublished | None = None


def evolve(state: Tool, event: Any) -> Tool:
    match event:
        case ToolListed():
            return replace(state, listed=event)
        case ToolVersionPublished():
            return replace(state, file=event)
    return state


def list_tool(command: ListTool, state: Tool, basis: Basis) -> tuple[ToolListed, ...]:
    codes_are_plain(command.tool_code)
    refusals.tool_listed.unless(state.listed is None)
    return (
        ToolListed(
            tool_code=command.tool_code, kind=command.kind, name=command.name, clause=command.clause, basis=basis
        ),
    )


def basis_in(document: str, tool_code: str) -> Basis:
    """Whether the text names the tool, allows others, or is silent (AMB-06)."""
    policy = opened(document)
    if any(tool.code == tool_code for tool in tools(policy)):
        return "policy"
    allowed = policy.at("other_tools", "allowed").flag_or(False)
    return "other_tools_clause" if allowed else "not_listed_in_policy"


def publish_version(command: PublishToolVersion, state: Tool, situation: Situation) -> tuple[ToolVersionPublished, ...]:
    content = bytes_of(command.content)
    return (
        ToolVersionPublished(
            tool_code=command.tool_code,
            version=(state.file.version if state.file else 0) + 1,
            file=situation.refs["content"],
            byte_count=len(content),
            file_sha256=hashlib.sha256(content).hexdigest(),
        ),
    )
