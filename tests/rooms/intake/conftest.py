"""The intake service on its stage."""

from tests.domain.intake.conftest import kadi, kayan, sidr, stage

__all__ = ["kadi", "kayan", "sidr", "stage"]
