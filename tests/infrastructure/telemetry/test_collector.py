"""Where a collector is named, traces and metrics are handed to it over OTLP, at the latest when the process ends."""

from __future__ import annotations

import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PROCESS = """
from uuid import UUID
from shared.settings import from_environment
from shared.telemetry.commands import observed
from shared.telemetry.setting_up import configure
import os
configure("rehearsal", from_environment(os.environ))
with observed("orchard", "PickApples", "basra", UUID(int=1), UUID(int=2)):
    pass
"""


def test_traces_and_metrics_reach_the_collector() -> None:
    heard: dict[str, bytes] = {}

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard[self.path] = heard.get(self.path, b"") + self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Collector)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    where = f"http://127.0.0.1:{server.server_port}"
    doors = {
        "SANAD_TRACES_TO": f"{where}/v1/traces",
        "SANAD_METRICS_TO": f"{where}/v1/metrics",
        # The words are read here, so they may not be packed.
        "OTEL_EXPORTER_OTLP_COMPRESSION": "none",
        "PYTHONPATH": ".",
    }
    subprocess.run([sys.executable, "-c", PROCESS], check=True, env=doors, capture_output=True)
    server.shutdown()
    server.server_close()
    assert b"orchard.PickApples" in heard["/v1/traces"]
    assert b"sanad.commands" in heard["/v1/metrics"]
    assert b"sanad.command.duration" in heard["/v1/metrics"]
    assert b"sanad-rehearsal" in heard["/v1/metrics"]
