"""One association on the stage: when a command is told, then facts or a refusal follow."""

from __future__ import annotations

import json
from typing import Any

import pytest

from services.governance.application.questions.policy import ReadPolicy
from services.governance.domain.commands.policy import (
    AmendPolicy,
    PutPolicyInForce,
    RecordBoardApproval,
    SubmitPolicyForApproval,
)
from shared.application.rulebook import RuleAdopted
from shared.domain.refusals import SanadError
from tests.rooms.governance.stage import Governance, officer


class Scene:
    """Commands are told by the first governance officer unless another is named."""

    def __init__(self, governance: Governance, tenant: str) -> None:
        self.governance = governance
        self.tenant = tenant

    @property
    def policy_id(self) -> str:
        return f"{self.tenant}-brp"

    def when(self, command: Any, by: str = "officer-1", role: str = "governance_officer") -> list[Any]:
        """The facts that follow, without the rules governance adopts of itself."""
        before = self.governance.log.head(self.tenant)
        self.governance.tell(command, officer(self.tenant, by, role))
        facts = self.governance.facts(self.tenant)[before:]
        return [fact for fact in facts if not isinstance(fact, RuleAdopted)]

    def names(self, command: Any, by: str = "officer-1", role: str = "governance_officer") -> list[str]:
        return [type(fact).__name__ for fact in self.when(command, by, role)]

    def refused(self, command: Any, by: str = "officer-1", role: str = "governance_officer") -> str:
        """The code; a refusal leaves nothing behind."""
        before = self.governance.log.head(self.tenant)
        with pytest.raises(SanadError) as refusal:
            self.when(command, by, role)
        assert self.governance.log.head(self.tenant) == before
        return refusal.value.code

    def ask(self, query: Any, role: str = "governance_officer", by: str = "officer-1") -> Any:
        return self.governance.ask(query, officer(self.tenant, by, role))

    def document(self, version: int, **changes: Any) -> str:
        """The document in force as another version, with some of its parts changed."""
        document = json.loads(self.ask(ReadPolicy()).document)
        document["policy"]["version"] = version
        return json.dumps(document | changes)

    def amended(self, version: int, **changes: Any) -> None:
        """A next version, approved and in force."""
        policy_id, document = self.policy_id, self.document(version, **changes)
        self.when(AmendPolicy(policy_id=policy_id, version=version, document=document))
        self.when(SubmitPolicyForApproval(policy_id=policy_id, version=version, submitted_to="board_of_directors"))
        self.when(self.approval(version), by="officer-2")
        self.when(PutPolicyInForce(policy_id=policy_id, version=version))

    def approval(self, version: int, **changes: Any) -> RecordBoardApproval:
        particulars = {"body": "board_of_directors", "meeting_no": 4, "date_gregorian": "2026-02-01"} | changes
        return RecordBoardApproval(policy_id=self.policy_id, version=version, **particulars)
