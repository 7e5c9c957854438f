"""`python -m gateways.audit`: the auditors' gateway on its own, as the distributed platform runs it."""

from __future__ import annotations

import os

from gateways.audit.replay import DOOR, Replayer
from gateways.doors import DOORS
from gateways.reach import OnBehalf, Reach
from services.catalogue import NAMES
from shared.doors.door import ServedDoor
from shared.doors.server import serve
from shared.hosting.distributed import clock_of
from shared.hosting.probe import watch
from shared.hosting.process import until_told_to_stop
from shared.identity import signing_key, verifying_key
from shared.settings import from_environment
from shared.telemetry.setting_up import configure


def main() -> None:
    """Serve until told to stop."""
    settings = from_environment(os.environ)
    configure("audit", settings)
    clock = clock_of(settings)
    reach = Reach(DOORS, {name: settings.services[name] for name in NAMES})
    replayer = Replayer(NAMES, OnBehalf(reach, signing_key(settings.keys), clock).ask)
    listening = serve(
        [ServedDoor(door=DOOR, ask=replayer.answer)],
        verifying_key=verifying_key(settings.keys),
        clock=clock.now,
        address=f"{settings.host}:{settings.grpc_port}",
    )
    unwatch = watch(settings.host, settings.metrics_port, lambda: True)
    until_told_to_stop()
    listening.stop()
    unwatch()
    reach.close()


if __name__ == "__main__":
    main()
