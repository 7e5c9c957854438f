"""The five associations' rules as governance publishes them, read from their policy files."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import yaml

from services.governance.domain import contract
from services.governance.domain.document import Place
from shared.contracts.governance import AssociationRegistered, PolicyVersionPutInForce, Wording

POLICIES = Path(__file__).parents[2] / "deploy" / "policies"
FIVE = ("sidr", "israr", "kadi", "kayan", "basmat")


@cache
def policy(association: str) -> PolicyVersionPutInForce:
    document = Place(path="", value=yaml.safe_load((POLICIES / f"{association}.yaml").read_text("utf-8")))
    return contract.in_force(document, version=1, effective_on=date(2026, 1, 1), approval_recorded=False)


def joined(association: str, prefix: str) -> AssociationRegistered:
    return AssociationRegistered(
        association=association,
        name=Wording(en=association, ar=association),
        legal_form="association",
        case_prefix=prefix,
    )
