"""Every contract by its type, so that a consumer can read what it is sent."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

from shared.contracts import committee, complaints, governance, intake, notifications, surveys

CONTRACTS: Mapping[str, type[Any]] = {
    cls.CONTRACT_TYPE: cls
    for module in (governance, intake, committee, complaints, surveys, notifications)
    for _, cls in inspect.getmembers(module, inspect.isclass)
    if hasattr(cls, "CONTRACT_TYPE")
}
