"""The worker process of a service: prepares eventlet before anything else is imported, then hosts the service."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def run_worker(parts: str, amqp_url: str, **options: Any) -> None:
    """Host what the function `parts` (`package.module:function`, called with `options`) puts together, until SIGTERM.

    It is named and not passed, since importing it would create locks and sockets that do not cooperate.
    """
    import eventlet

    eventlet.monkey_patch()
    from psycogreen.eventlet import patch_psycopg

    patch_psycopg()
    # Only now: these create locks as they are imported.
    from shared.bus.hosting import configure, host

    configure(amqp_url)
    module, _, function = parts.partition(":")
    host(getattr(import_module(module), function)(**options))
