"""Health and metrics of a process over plain HTTP, for whoever watches it: `/health` and `/metrics`."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest


def watch(host: str, port: int, healthy: Callable[[], bool]) -> Callable[[], None]:
    """Serve in a thread, unless `port` is 0; gives what stops it."""
    if not port:
        return lambda: None

    class Probe(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/health":
                well = healthy()
                self._say(200 if well else 503, b"ok" if well else b"not ready", "text/plain")
            elif self.path == "/metrics":
                self._say(200, generate_latest(), CONTENT_TYPE_LATEST)
            else:
                self._say(404, b"", "text/plain")

        def _say(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Probes come every few seconds and say nothing."""

    server = ThreadingHTTPServer((host, port), Probe)
    threading.Thread(target=server.serve_forever, name="probe", daemon=True).start()

    def stop() -> None:
        server.shutdown()
        server.server_close()

    return stop
