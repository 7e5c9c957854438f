"""`python -m gateways.portal`: the web gateway on its own, as the distributed platform runs it."""

from __future__ import annotations

import os

import uvicorn

from gateways.doors import DOORS
from gateways.portal.app import web_application
from gateways.reach import Reach
from shared.hosting.distributed import clock_of
from shared.identity import signing_key
from shared.settings import from_environment
from shared.telemetry.setting_up import configure


def main() -> None:
    """Serve until told to stop."""
    settings = from_environment(os.environ)
    configure("gateway", settings)
    reach = Reach(DOORS, settings.services)
    app = web_application(reach, signing_key(settings.keys), clock_of(settings), settings.data)
    uvicorn.run(app, host=settings.host, port=settings.http_port, log_level="warning", access_log=False, lifespan="off")
    reach.close()


if __name__ == "__main__":
    main()
