"""The committee service on its stage."""

from tests.domain.committee.conftest import committee

__all__ = ["committee"]
